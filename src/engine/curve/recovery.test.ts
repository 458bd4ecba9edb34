import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { curveOf, forecast, type WindowForecast } from './curve.ts';
import type { CurveAttempt, Started } from './curve-state.ts';
import { noiseVariance } from './filter-bank.ts';
import { MODELS } from './learning-models.ts';

/** What was put in is found again: learners are simulated from known values, fitted, and asked. */
const RATE = { kind: 'rate', better: 'up' } as const;
const NOISE_SD = 0.1;
const LEARNERS = 60;

type Truth = (attempt: number) => number;

/** Rates about the learner's true course on the line, by attempt from 1; `likeness` of successive attempts. */
function attemptsOf(truth: Truth, count: number, seed: number, likeness = 0): readonly CurveAttempt[] {
  const chance = random(seed);
  let form = chance.normal();
  return Array.from({ length: count }, (_, i) => {
    form = likeness * form + Math.sqrt(1 - likeness * likeness) * chance.normal();
    return { value: Math.exp(truth(i + 1) + NOISE_SD * form) };
  });
}

function startedOf(attempts: readonly CurveAttempt[]): Started {
  const { started } = curveOf(RATE, attempts);
  if (started === null) throw new Error('not started');
  return started;
}

function aheadOf(attempts: readonly CurveAttempt[], from: number, to: number): WindowForecast {
  const said = forecast(curveOf(RATE, attempts), [{ from, to }]);
  const [first] = 'kind' in said ? [] : said;
  if (first === undefined) throw new Error('no forecast');
  return first;
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** Weight of the models that a test is about, over learners. */
function beliefIn(
  truth: Truth,
  count: number,
  likeness: number,
  is: (model: (typeof MODELS)[number]) => boolean,
) {
  const beliefs = Array.from({ length: LEARNERS / 2 }, (_, seed) =>
    startedOf(attemptsOf(truth, count, 900 + seed, likeness)).bank.weight.reduce((sum, weight, j) => {
      const model = MODELS[j];
      return sum + (model !== undefined && is(model) ? weight : 0);
    }, 0),
  );
  return median(beliefs);
}

describe('from learners simulated with known values', () => {
  const courses: readonly (readonly [string, Truth])[] = [
    ['a power law', (t) => 3 + 0.3 * Math.log(t + 1)],
    ['a quick exponential', (t) => 3 + 0.6 * (1 - Math.exp(-t / 10))],
    ['a slow exponential', (t) => 3 + 0.6 * (1 - Math.exp(-t / 80))],
    ['no learning', () => 3],
  ];

  it.each(courses)('the level that comes is held by the widest interval, with %s', (_, truth) => {
    // Of the mean of ten attempts the course is nearly all that is left: what is asked is whether the course was found.
    let held = 0;
    for (let seed = 0; seed < LEARNERS; seed += 1) {
      const said = aheadOf(attemptsOf(truth, 150, seed), 11, 30);
      const level = Math.exp(
        Array.from({ length: 20 }, (_, i) => truth(161 + i)).reduce((a, b) => a + b, 0) / 20,
      );
      held += level >= said.lower95 && level <= said.upper95 ? 1 : 0;
    }
    expect(held / LEARNERS).toBeGreaterThan(0.9);
  });

  it.each(courses)('the noise of one attempt is found within a tenth, with %s', (_, truth) => {
    const found = Array.from({ length: LEARNERS / 2 }, (_, seed) =>
      Math.sqrt(noiseVariance(startedOf(attemptsOf(truth, 300, seed)).bank)),
    );
    expect(Math.abs(median(found) / NOISE_SD - 1)).toBeLessThan(0.1);
  });

  it('alike attempts are known from attempts that are not', () => {
    const alike = ({ scatter }: (typeof MODELS)[number]) => scatter.likeness === 0.6;
    const truth: Truth = (t) => 3 + 0.3 * Math.log(t + 1);
    expect(beliefIn(truth, 300, 0.6, alike)).toBeGreaterThan(0.8);
    expect(beliefIn(truth, 300, 0, alike)).toBeLessThan(0.05);
  });

  it('a course that bends is believed where it does, and hardly where there is none', () => {
    const bends = ({ course }: (typeof MODELS)[number]) =>
      course.kind === 'logarithmic' || course.kind === 'exponential';
    const bent = beliefIn((t) => 3 + 0.3 * Math.log(t + 1), 150, 0, bends);
    const steady = beliefIn(() => 3, 150, 0, bends);
    expect(bent).toBeGreaterThan(0.9);
    expect(steady).toBeLessThan(bent - 0.2);
  });

  it('the cost of beginning a session is found', () => {
    const MINUTE = 60_000;
    const [perSession, cost] = [8, -0.08];
    const found = Array.from({ length: LEARNERS / 2 }, (_, seed) => {
      const cold = attemptsOf((t) => 3 + cost * 0.6 ** ((t - 1) % perSession), 400, seed);
      const timed = cold.map(({ value }, i) => ({
        value,
        at: (Math.floor(i / perSession) * 1440 + (i % perSession)) * MINUTE,
      }));
      return startedOf(timed).warmUp.cost;
    });
    expect(Math.abs(median(found) - cost)).toBeLessThan(0.02);
  });
});
