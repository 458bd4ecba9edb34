import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PairRecord, PartRecord } from './combined.ts';
import { combinedOf } from './combined.ts';
import { MOST_SOLO_SESSIONS, nextStep } from './next-step.ts';

/** Sessions of a time, in seconds, where 20 is what it takes alone: three attempts of each length. */
function part(alone: readonly number[], together: readonly number[]): PartRecord {
  const session = (seconds: number) => [seconds, seconds, seconds];
  return {
    measure: { kind: 'duration', better: 'down' },
    alone: alone.map(session),
    together: together.map(session),
  };
}

const pair = (a: PartRecord, b: PartRecord): PairRecord => ({ a, b });

describe('combined', () => {
  it('is a pair of which both cost under 10% in three sessions in a row', () => {
    const easy = part([20], [40, 21, 21, 21]);
    expect(combinedOf(pair(easy, easy))).toMatchObject({
      kind: 'combined',
      sessionsInARow: 3,
      isBeyondDoubt: true,
    });
  });

  it.each([
    ['two sessions are not three', part([20], [21, 21]), part([20], [21, 21]), 2],
    ['one part still pays', part([20], [21, 21, 21]), part([20], [21, 21, 24]), 0],
    ['the row was broken', part([20], [21, 21, 30, 21, 21]), part([20], [21, 21, 21, 21, 21]), 2],
    ['10% is not under it', part([18], [20, 20, 20]), part([18], [20, 20, 20]), 0],
    ['one was never done alone', part([], [21, 21, 21]), part([20], [21, 21, 21]), 0],
  ])('is none where %s', (_, a, b, sessionsInARow) => {
    expect(combinedOf(pair(a, b))).toMatchObject({
      kind: 'not-combined',
      sessionsInARow,
      isBeyondDoubt: false,
    });
  });

  it('goes by the limit that the learner set', () => {
    const slow = part([20], [24, 24, 24]);
    expect(combinedOf(pair(slow, slow)).kind).toBe('not-combined');
    expect(combinedOf(pair(slow, slow), 0.2).kind).toBe('combined');
  });
});

describe('what to practise next of a pair', () => {
  const alone = part([20], []);
  const none = part([], []);

  it.each([
    ['nothing was done', none, none, { kind: 'solo', part: 'a', reason: 'no-record-alone' }],
    ['one was done alone', alone, none, { kind: 'solo', part: 'b', reason: 'no-record-alone' }],
    ['both were', alone, alone, { kind: 'emphasis', emphasis: { a: 0.8, b: 0.2 }, reason: 'first-together' }],
    [
      'they were done together once',
      part([20], [40]),
      part([20], [40]),
      { kind: 'emphasis', emphasis: { a: 0.5, b: 0.5 }, reason: 'next-emphasis' },
    ],
    [
      'twice',
      part([20], [40, 40]),
      part([20], [40, 40]),
      { kind: 'emphasis', emphasis: { a: 0.2, b: 0.8 }, reason: 'next-emphasis' },
    ],
    [
      'the emphasis went round, and one still costs more',
      part([20], [40, 22, 21]),
      part([20], [40, 40, 40]),
      { kind: 'emphasis', emphasis: { a: 0.2, b: 0.8 }, reason: 'costs-more' },
    ],
    [
      'neither pays for the other any more',
      part([20], [21, 21, 21]),
      part([20], [21, 21, 21]),
      { kind: 'whole', reason: 'combined' },
    ],
  ])('of parts that run at once, when %s', (_, a, b, next) => {
    expect(nextStep('at-once', pair(a, b)).next).toEqual(next);
  });

  it('never asks for more than two sessions on a part alone where they run at once', () => {
    const single: PartRecord = {
      measure: { kind: 'duration', better: 'down' },
      alone: [[20], [20]],
      together: [],
    };
    expect(nextStep('at-once', pair(single, single)).next.kind).toBe('emphasis');
    const after = { ...single, together: [[30, 30, 30]] };
    expect(nextStep('at-once', pair(after, after)).next).toMatchObject({ reason: 'solo-is-enough' });
    const values = fc.array(fc.double({ min: 1, max: 60, noNaN: true }), { maxLength: 4 });
    const record = fc.record({
      measure: fc.constant({ kind: 'duration', better: 'down' } as const),
      alone: fc.array(values, { maxLength: 5 }),
      together: fc.array(values, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(record, record, (a, b) => {
        const { next } = nextStep('at-once', pair(a, b));
        if (next.kind === 'solo') expect(pair(a, b)[next.part].alone.length).toBeLessThan(MOST_SOLO_SESSIONS);
        if (next.kind === 'emphasis') expect(next.emphasis.a + next.emphasis.b).toBe(1);
      }),
    );
  });

  it('may split parts that are done in turn, the costly one alone and the whole by turns', () => {
    const costly = part([20], [30]);
    const cheap = part([20], [21]);
    expect(nextStep('in-turn', pair(alone, alone)).next).toEqual({ kind: 'whole', reason: 'first-together' });
    expect(nextStep('in-turn', pair(cheap, costly)).next).toEqual({
      kind: 'solo',
      part: 'b',
      reason: 'costs-more',
    });
    const again = part([20, 20], [30]);
    expect(nextStep('in-turn', pair(cheap, again)).next).toEqual({ kind: 'whole', reason: 'join-again' });
    expect(nextStep('in-turn', pair(cheap, cheap)).next).toEqual({ kind: 'whole', reason: 'join-again' });
  });
});
