import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTES_OFFERED, planSession } from './use-session-plan.ts';

const card = {
  title: 'Thirty catches',
  attemptMinutes: 0.5,
  attempts: 9,
  floor: 'One roll.',
  lastLine: null,
};

describe('planSession', () => {
  it('fills the minutes without a gap, whatever is planned', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MINUTES_OFFERED),
        fc.double({ min: 0.1, max: 120, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        fc.option(fc.constant('Throw higher.')),
        fc.option(fc.constant('One roll.')),
        (minutes, attemptMinutes, attempts, lastLine, floor) => {
          const { steps } = planSession({ ...card, attemptMinutes, attempts, lastLine, floor }, minutes);
          expect(steps[0]?.fromMinute).toBe(0);
          expect(steps.at(-1)?.toMinute).toBe(minutes);
          steps.forEach((step, index) => {
            expect(step.toMinute).toBeGreaterThan(step.fromMinute);
            if (index > 0) expect(step.fromMinute).toBe(steps[index - 1]?.toMinute);
          });
        },
      ),
    );
  });

  it('says how many takes there is room for', () => {
    expect(planSession(card, 12).steps.map((step) => step.verb)).toEqual(['Work', 'Look back']);
    expect(planSession(card, 12).steps[0]?.why).toContain('up to 20 takes of about half a minute');
  });

  it('begins with the line from last time, or with the way in before the first take', () => {
    expect(planSession({ ...card, lastLine: 'Throw higher.' }, 5).steps[0]?.what).toBe('“Throw higher.”');
    expect(planSession({ ...card, attempts: 0 }, 5).steps[0]?.what).toBe('The way in');
  });

  it('plans the two-minute version where one take is longer than the minutes', () => {
    const long = { ...card, attemptMinutes: 20 };
    expect(planSession(long, 12).isFloor).toBe(true);
    expect(planSession(long, 12).steps[0]?.why).toContain('One roll.');
    expect(planSession(long, 25).isFloor).toBe(false);
    expect(planSession({ ...long, floor: null }, 12).isFloor).toBe(false);
  });
});
