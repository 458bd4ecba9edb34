import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Payoff } from '../../features/practice/contract.ts';
import type { RatedSitting, RatedTake } from '../../features/self-ratings/contract.ts';
import { overlaySelfRatings } from '../offline/overlay-self-ratings.ts';
import { foretoldTakes } from './foretold.ts';
import { drawCourse, drawSureness } from './foretold-drawing.ts';
import { sittingWords } from './sitting-words.ts';

const AT = '2026-03-01T08:00:00.000Z';
const [practiceId, sessionId] = [v7(), v7()];

function rating(sure: number, value: number | null, more: Partial<RatedTake> = {}): RatedTake {
  const attemptId = v7();
  return {
    ...{ id: v7(), practiceId, sessionId, beforeAttemptId: attemptId, afterAttemptId: null },
    ...{ sure, absorbed: null, hard: null, ratedAt: AT },
    take: { attemptId, payoffId: 'now', value, startedAt: AT },
    ...more,
  };
}
const payoff = (id: string, low: number | null): Payoff =>
  ({ id, kind: 'count', direction: 'up', target: { low, high: null } }) as Payoff;

describe('takes that were foretold', () => {
  it('are held against the target under which each was made, and left out without a score or a target', () => {
    const old = rating(0.5, 8);
    const takes = foretoldTakes(
      [
        rating(0.9, 8),
        { ...old, take: old.take && { ...old.take, payoffId: 'before' } },
        rating(0.7, null),
        rating(0.7, 5, { take: null }),
        rating(0.3, 12, { take: { attemptId: v7(), payoffId: 'none', value: 12, startedAt: AT } }),
      ],
      [payoff('now', 10), payoff('before', 5), payoff('none', null)],
    );
    expect(takes.map(({ confidence, cameOff }) => [confidence, cameOff])).toEqual([
      [0.9, false],
      [0.5, true],
    ]);
  });

  it('count once where two words were said on one', () => {
    const first = rating(0.3, 12);
    const takes = foretoldTakes([first, { ...first, id: v7(), sure: 0.9 }], [payoff('now', 10)]);
    expect(takes.map(({ confidence }) => confidence)).toEqual([0.9]);
  });
});

it('what home has not heard yet is laid over what it said, with its take, and goes with a take that is taken back', () => {
  const attemptId = v7();
  const body = { practiceId, sessionId, beforeAttemptId: attemptId, afterAttemptId: null };
  const writes = [
    { path: `/api/attempts/${attemptId}`, body: { payoffId: 'now', value: 11, startedAt: AT } },
    {
      path: `/api/self-ratings/${v7()}`,
      body: { ...body, sure: 0.7, absorbed: null, hard: null, ratedAt: AT },
    },
  ];
  const laid = overlaySelfRatings(undefined, practiceId, writes);
  expect(laid.ratings).toMatchObject([{ sure: 0.7, take: { value: 11 } }]);
  expect(overlaySelfRatings(laid, practiceId, writes).ratings).toHaveLength(1);
  const retraction = { path: `/api/retractions/${v7()}`, body: { attemptId, retractedAt: AT } };
  expect(overlaySelfRatings(laid, practiceId, [retraction]).ratings[0]?.take).toBeNull();
  expect(overlaySelfRatings(undefined, v7(), writes).ratings).toEqual([]);
});

describe('sittings in words', () => {
  const sitting = (absorbed: number, hand: string): RatedSitting => ({
    ...{ id: v7(), sessionId: v7(), absorbed, hard: 3, ratedAt: AT },
    conditions: { hand },
  });

  it('give each share with its span, and a level only beside another', () => {
    const all = [
      ...Array.from({ length: 6 }, () => sitting(5, 'left')),
      ...Array.from({ length: 6 }, () => sitting(1, 'right')),
      sitting(5, 'both'),
    ];
    expect(sittingWords(all)).toEqual([
      'Mostly or wholly absorbed in 7 of 13 sittings (four in five between 33% and 74%).',
      'As hard as you could manage in 13 of 13 sittings (four in five between 83% and 100%).',
      'With hand left: absorbed in 6 of 6 sittings (four in five between 68% and 100%).',
      'With hand right: absorbed in 0 of 6 sittings (four in five between 0% and 32%).',
    ]);
    expect(sittingWords(all.filter(({ conditions }) => conditions.hand === 'left'))).toHaveLength(2);
  });

  it('say nothing where nothing was said, and how many are missing where few were', () => {
    expect(sittingWords([])).toEqual([]);
    expect(sittingWords([sitting(3, 'left')])).toEqual(['Too soon to say how sittings are: 4 more answers.']);
  });
});

it('drawings lie within their place, however narrow, and show the newest', () => {
  const takes = foretoldTakes(
    Array.from({ length: 60 }, (_, at) => rating(at % 2 === 0 ? 0.1 : 0.9, at)),
    [payoff('now', 10)],
  );
  const drawing = drawCourse(takes, 200);
  expect(drawing.width).toBe(240);
  expect([drawing.first, drawing.last]).toEqual([21, 60]);
  for (const { x, y } of drawing.results) {
    expect(x).toBeGreaterThanOrEqual(drawing.plot.left);
    expect(x).toBeLessThanOrEqual(drawing.plot.right);
    expect([drawing.plot.top, drawing.plot.bottom]).toContain(y);
  }
  const [point] = drawSureness(
    [{ confidence: 0.5, came: { share: 0.5, low: 0.2, high: 0.8, level: 0.8 as never, n: 4 } }],
    9_000,
  ).points;
  expect(point?.from).toBeGreaterThan(point?.to ?? 0);
});
