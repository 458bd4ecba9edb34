import { describe, expect, it } from 'vitest';
import type { Support } from '../../features/support/contract.ts';
import { readback } from './readback.ts';

const ID = '01890000-0000-7000-8000-000000000000';
const AT = '2026-05-12T16:00:00.000Z';
const slot = (
  name: Support['slots'][number]['slot'],
  status: 'in-place' | 'missing' | 'not-needed',
  text: string | null,
) => ({
  ...{ id: ID, practiceId: ID, slot: name, status, text, setAt: AT },
});

describe('readback', () => {
  it('says what is in place, missing, at hand and planned, in the learner’s own words', () => {
    const plan = { id: ID, practiceId: ID, cue: 'the room is taken', action: 'use the stairs', setAt: AT };
    const thing = {
      id: ID,
      practiceId: ID,
      label: 'the score',
      address: 'https://example.org',
      mediaSha256: null,
    };
    expect(
      readback({
        slots: [
          slot('kit', 'in-place', 'two metres of rope'),
          slot('place', 'in-place', null),
          slot('time', 'missing', null),
        ],
        plans: [{ ...plan, uses: { done: 0, cameUp: 0 } }],
        atHand: [{ ...thing, form: null, text: null, setAt: AT }],
      }),
    ).toEqual([
      { lead: 'In place', said: 'Kit (two metres of rope), Place' },
      { lead: 'Missing', said: 'Time' },
      { lead: 'At hand', said: 'the score' },
      { lead: 'Planned', said: 'If the room is taken, then I use the stairs.' },
    ]);
  });

  it('says nothing of what is not needed, and nothing where nothing was said', () => {
    expect(readback({ slots: [slot('kit', 'not-needed', null)], plans: [], atHand: [] })).toEqual([]);
  });
});
