import fc from 'fast-check';
import { default_w, forgetting_curve } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { RECALL_GRADES, type RecallReview } from '../../engine/retention/recall-scheduler.ts';
import { MILLISECONDS_PER_DAY, probability } from '../../engine/units.ts';
import { fsrsScheduler } from './fsrs-scheduler.ts';

const DAY = MILLISECONDS_PER_DAY;
const scheduler = fsrsScheduler();
const NINETY = probability(0.9);

function sure(reviews: readonly RecallReview[], at: number, retention = NINETY) {
  const outlook = scheduler.outlook(reviews, at, retention);
  if (outlook === null) throw new Error('a card that was never shown, in a test of one that was');
  return outlook;
}

/** Days from the last review until it is due. */
const interval = (reviews: readonly RecallReview[], retention = NINETY) => {
  const last = Math.max(...reviews.map(({ at }) => at));
  return (sure(reviews, last, retention).dueAt - last) / DAY;
};

/** Reviews days apart, at the same time of day. */
const history = fc
  .array(fc.record({ days: fc.integer({ min: 1, max: 60 }), grade: fc.constantFrom(...RECALL_GRADES) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((steps) => {
    let at = 0;
    return steps.map(({ days, grade }): RecallReview => {
      at += days * DAY;
      return { at, grade };
    });
  });

describe('the scheduler of recall cards', () => {
  it('says nothing of a card that was never shown, or only after the time asked about', () => {
    expect(scheduler.outlook([], 0, NINETY)).toBeNull();
    expect(scheduler.outlook([{ at: 10, grade: 'good' }], 9, NINETY)).toBeNull();
  });

  it('begins with the weight of the first grade: good, 2.3065 days, as in the worked example', () => {
    const first = [{ at: 0, grade: 'good' as const }];
    const { stability, retrievability, dueAt, n } = sure(first, 2.3065 * DAY);
    expect(stability).toBeCloseTo(2.3065, 6);
    expect(retrievability).toBeCloseTo(0.9, 6);
    expect(dueAt / DAY).toBeCloseTo(2.3065, 6);
    expect(n).toBe(1);
    // (1 + factor 10/2.3065)^-0.1542 with factor 0.9^(-1/0.1542) - 1 = 0.98035.
    expect(sure(first, 10 * DAY).retrievability).toBeCloseTo((1 + (0.98035 * 10) / 2.3065) ** -0.1542, 4);
  });

  it('waits longer after each good answer in time, and less after one that failed', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        const before = interval(reviews);
        const last = reviews.at(-1)?.at ?? 0;
        const due = last + Math.max(1, Math.round(before)) * DAY;
        const good = interval([...reviews, { at: due, grade: 'good' }]);
        const again = interval([...reviews, { at: due, grade: 'again' }]);
        expect(good).toBeGreaterThanOrEqual(before * (1 - 1e-9));
        // A stability of under two days cannot fall much below what a first failure leaves.
        if (before > 2) expect(again).toBeLessThan(before);
        expect(again).toBeLessThanOrEqual(good);
      }),
      { numRuns: 60 },
    );
  });

  it('waits the longer, the better the answer', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 90 }), (reviews, days) => {
        const at = (reviews.at(-1)?.at ?? 0) + days * DAY;
        const [again = 0, hard = 0, good = 0, easy = 0] = RECALL_GRADES.map((grade) =>
          interval([...reviews, { at, grade }]),
        );
        expect(again).toBeLessThanOrEqual(hard);
        expect(hard).toBeLessThanOrEqual(good);
        expect(good).toBeLessThanOrEqual(easy);
      }),
      { numRuns: 60 },
    );
  });

  it('is due where the curve falls to what was asked for, the sooner the more was asked for', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0.5, max: 0.97, noNaN: true }), (reviews, asked) => {
        const { dueAt, stability } = sure(reviews, 1e13, probability(asked));
        expect(sure(reviews, Math.ceil(dueAt)).retrievability).toBeCloseTo(asked, 5);
        expect(interval(reviews, probability(asked + 0.02))).toBeLessThan(
          interval(reviews, probability(asked)),
        );
        // The port's stability is the package's own: its curve is at nine tenths there.
        expect(forgetting_curve([...default_w], stability, stability)).toBeCloseTo(0.9, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same whatever the order of the reviews, the time of asking and the dates', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 40_000 }), (reviews, days) => {
        const later = reviews.map((review) => ({ ...review, at: review.at + days * DAY }));
        const last = reviews.at(-1)?.at ?? 0;
        const here = sure(reviews, last + 5 * DAY);
        const there = sure([...later].reverse(), last + (5 + days) * DAY);
        expect(there.stability).toBe(here.stability);
        expect(there.retrievability).toBe(here.retrievability);
        expect(there.dueAt - here.dueAt).toBeCloseTo(days * DAY, -2);
        expect(sure(reviews, last + 5 * DAY)).toEqual(here);
      }),
      { numRuns: 60 },
    );
  });

  it('forgets with time and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 4000 }), (reviews, days) => {
        const last = reviews.at(-1)?.at ?? 0;
        const now = sure(reviews, last + days * DAY).retrievability;
        const later = sure(reviews, last + (days + 7) * DAY).retrievability;
        expect(now).toBeLessThanOrEqual(1);
        expect(later).toBeGreaterThan(0);
        expect(later).toBeLessThan(now);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a second showing of the same day for less than one of the next', () => {
    const first = { at: 0, grade: 'good' } as const;
    const soon = sure([first, { at: 0.1 * DAY, grade: 'good' }], 0.1 * DAY).stability;
    const next = sure([first, { at: 0.6 * DAY, grade: 'good' }], 0.6 * DAY).stability;
    expect(soon).toBeLessThan(next);
  });
});
