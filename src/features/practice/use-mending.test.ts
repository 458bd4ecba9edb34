import { expect, it } from 'vitest';
import { attemptBody } from '../../../tests/support/practice-facts.ts';
import { factOf } from '../../ui/offline/fact.ts';
import { AttemptBody, type AttemptRow, RemarkBody, RetractionBody } from './contract.ts';
import { mendingOf } from './use-mending.ts';

const id = (n: number) => `0199b2d4-0000-7000-8000-00000000000${n}`;
const ids = { practiceId: id(1), sessionId: id(2), payoffId: id(3) };
const NOW = new Date('2026-03-02T09:00:00.000Z');

it('a slip is mended by a new take with the same conditions and time, and by taking the first one back', () => {
  const said = {
    ...{ id: id(5), attemptId: id(4), replacesId: null, feel: 7, text: 'loud', tags: ['hall'] },
    writtenAt: '2026-03-01T08:00:00.000Z',
  };
  const body = attemptBody(ids, { value: 740, sequence: 6, conditions: { ball: 'beanbag' } });
  const slip: AttemptRow = { ...body, id: id(4), isFloor: false, remarks: [said] };
  const facts = mendingOf(slip, 74, NOW).map((write) => factOf(write));
  const [made, remark, back] = facts;
  expect(facts.map((fact) => fact?.kind)).toEqual(['attempt', 'remark', 'retraction']);
  // All but the value, as it was; each a fact that home takes.
  expect(AttemptBody.parse(made?.body)).toEqual({ ...body, value: 74 });
  expect(made?.id).not.toBe(slip.id);
  expect(RemarkBody.parse(remark?.body)).toMatchObject({
    attemptId: made?.id,
    replacesId: null,
    feel: 7,
    text: 'loud',
    tags: ['hall'],
  });
  expect(RetractionBody.parse(back?.body)).toEqual({ attemptId: slip.id, retractedAt: NOW.toISOString() });
  expect(slip.value).toBe(740);
});
