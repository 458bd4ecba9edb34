import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureKind } from '../measure/measure.ts';
import { random } from '../random.ts';
import { curveOf, forecast, startCurve, type WindowForecast, withAttempt } from './curve.ts';
import type { CurveAttempt, CurveOptions, CurveState } from './curve-state.ts';
import { learnPrior } from './learn-prior.ts';
import { probabilityOfReaching } from './reaching.ts';

const RATE: CurveOptions = { kind: 'rate', better: 'up' };
const LAPS: CurveOptions = { kind: 'duration', better: 'down' };
const WINDOWS = [
  { from: 1, to: 1 },
  { from: 1, to: 10 },
  { from: 91, to: 100 },
];

const values = (list: readonly number[]): readonly CurveAttempt[] => list.map((value) => ({ value }));

/** Seconds by a power law, with noise of a tenth. */
function laps(count: number, seed: number, slope = 0.3): readonly number[] {
  const chance = random(seed);
  return Array.from({ length: count }, (_, i) => 30 * (i + 1) ** -slope * Math.exp(0.1 * chance.normal()));
}

function ahead(state: CurveState, from: number, to: number): WindowForecast {
  const answer = forecast(state, [{ from, to }]);
  const first = 'kind' in answer ? undefined : answer[0];
  if (first === undefined) throw new Error('no forecast');
  return first;
}

function answers(answer: ReturnType<typeof forecast>): readonly WindowForecast[] {
  return 'kind' in answer ? [] : answer;
}

describe('a forecast', () => {
  it('is moved little by one wild attempt after months away, and is not sure of it', () => {
    const chance = random(3);
    const day = 86_400_000;
    const before = Array.from({ length: 600 }, (_, i) => ({
      value: 74 * Math.exp(0.05 * chance.normal()),
      at: Math.floor(i / 20) * day + (i % 20) * 60_000,
    }));
    const back = (before.at(-1)?.at ?? 0) + 580 * day;
    const wild = ahead(curveOf(RATE, [...before, { value: 135, at: back }]), 1, 10);
    expect(wild.mean).toBeLessThan(80);
    expect(wild.lower80).toBeLessThan(75);
    // What lasts is believed with the third.
    const lower = [50, 51, 49].map((value, i) => ({ value, at: back + i * 60_000 }));
    expect(ahead(curveOf(RATE, [...before, ...lower]), 1, 10).mean).toBeLessThan(54);
  });

  it('waits for the fifth attempt when nothing is known of others, and says so', () => {
    const four = curveOf(RATE, values([40, 42, 41, 43]));
    expect(forecast(four, WINDOWS)).toEqual({ kind: 'too-few-attempts', have: 4, need: 5 });
    expect(forecast(withAttempt(four, { value: 44 }), WINDOWS)).toHaveLength(3);
  });

  it('is the same whether attempts come one by one or at once', () => {
    const anyAttempts = fc.array(
      fc.record({
        value: fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        pause: fc.integer({ min: 1, max: 1e9 }),
      }),
      { minLength: 5, maxLength: 260 },
    );
    fc.assert(
      fc.property(anyAttempts, (drawn) => {
        let at = 0;
        const attempts = drawn.map(({ value, pause }) => {
          at += pause;
          return { value, at };
        });
        const one = attempts.reduce(withAttempt, startCurve(RATE));
        expect(forecast(one, WINDOWS)).toEqual(forecast(curveOf(RATE, attempts), WINDOWS));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves the state it came from as it was', () => {
    const before = curveOf(RATE, values([40, 42, 41, 43, 44, 45]));
    const said = forecast(before, WINDOWS);
    withAttempt(before, { value: 400 });
    expect(forecast(before, WINDOWS)).toEqual(said);
  });

  it('keeps its intervals in order and its numbers finite, whatever was attempted', () => {
    // Levels learn their widths apart, and where all ratings but a few are alike they could cross.
    const kinds: readonly (readonly [MeasureKind, fc.Arbitrary<number>])[] = [
      ['duration', fc.double({ min: 0, max: 86_400, noNaN: true })],
      ['count', fc.integer({ min: 0, max: 1e12 })],
      ['proportion', fc.double({ min: 0, max: 1, noNaN: true })],
      ['rating', fc.constantFrom(7, 7, 7, 0, 10)],
      ['pass', fc.constantFrom(0, 1)],
      ['score', fc.double({ min: -1e12, max: 1e12, noNaN: true })],
      ['score', fc.constant(0)],
    ];
    for (const [kind, value] of kinds) {
      fc.assert(
        fc.property(
          fc.array(value, { minLength: 5, maxLength: 120 }),
          fc.constantFrom('up', 'down'),
          (list, better) => {
            for (const { from, to } of WINDOWS) {
              const f = ahead(curveOf({ kind, better }, values(list)), from, to);
              const inOrder = [f.lower95, f.lower80, f.lower50, f.mean, f.upper50, f.upper80, f.upper95];
              expect(inOrder.every(Number.isFinite)).toBe(true);
              expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
            }
          },
        ),
        { numRuns: 15 },
      );
    }
  });

  it('follows a power law a hundred attempts ahead of the sixtieth', () => {
    const off = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const f = ahead(curveOf(LAPS, values(laps(60, seed))), 91, 100);
      // The mean of ten laps lies above the middle one by half the variance.
      return Math.log(f.mean / (30 * 155.5 ** -0.3)) - 0.1 ** 2 / 2;
    });
    expect(Math.abs(off.reduce((sum, e) => sum + e, 0) / off.length)).toBeLessThan(0.08);
  });

  it('grows less sure the farther ahead it looks', () => {
    const state = curveOf(LAPS, values(laps(60, 3)));
    const width = (from: number, to: number) => {
      const f = ahead(state, from, to);
      return Math.log(f.upper80 / f.lower80);
    };
    expect(width(91, 100)).toBeGreaterThan(width(1, 10));
    expect(width(1, 1)).toBeGreaterThan(width(1, 10));
  });

  it('is hardly moved by a lap that was stopped at once', () => {
    const clean = laps(60, 4);
    const slipped = clean.map((value, i) => (i === 55 ? 0.01 : value));
    const shift = Math.log(
      ahead(curveOf(LAPS, values(slipped)), 1, 10).mean / ahead(curveOf(LAPS, values(clean)), 1, 10).mean,
    );
    expect(Math.abs(shift)).toBeLessThan(0.05);
  });

  it('follows a leap within a few attempts', () => {
    const chance = random(9);
    const list = Array.from({ length: 80 }, (_, i) => (i < 70 ? 40 : 60) * Math.exp(0.05 * chance.normal()));
    expect(ahead(curveOf(RATE, values(list)), 1, 10).mean).toBeGreaterThan(56);
  });

  it('holds at least four of five means of ten attempts within its 80% interval where learning is even', () => {
    let held = 0;
    let count = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const list = laps(150, 100 + seed, (seed % 5) / 10);
      for (const n of [20, 60, 130]) {
        const f = ahead(curveOf(LAPS, values(list.slice(0, n))), 1, 10);
        const mean = list.slice(n, n + 10).reduce((sum, value) => sum + value, 0) / 10;
        held += mean >= f.lower80 && mean <= f.upper80 ? 1 : 0;
        count += 1;
      }
    }
    expect(held / count).toBeGreaterThan(0.75);
    expect(held / count).toBeLessThan(0.96);
  });
});

describe('levels that learnt their widths apart', () => {
  it('do not cross, however far apart they went', () => {
    const state = curveOf(RATE, values([40, 42, 41, 43, 44, 45, 44, 46]));
    // Places of the 50, 80 and 95% level in every band: the narrowest was too narrow, the others too wide.
    state.started?.calibration.logWidth.forEach((_, place, widths) => {
      widths[place] = place % 3 === 0 ? 1.5 : -1.5;
    });
    const f = ahead(state, 1, 10);
    expect(f.upper80).toBeGreaterThanOrEqual(f.upper50);
    expect(f.upper95).toBeGreaterThanOrEqual(f.upper80);
    expect(f.lower95).toBeLessThanOrEqual(f.lower80);
  });
});

describe('a learner whose attempts scatter as nobody expects', () => {
  it('gets intervals of the right width after a while', () => {
    const chance = random(21);
    // Seven of ten attempts hardly scatter, three do by far.
    const list = Array.from(
      { length: 700 },
      () => 40 * Math.exp((chance.uniform() < 0.7 ? 0.01 : 0.2) * chance.normal()),
    );
    const held = [0, 0, 0];
    let state = curveOf(RATE, values(list.slice(0, 200)));
    for (const value of list.slice(200)) {
      const f = ahead(state, 1, 1);
      const inside = [
        value >= f.lower50 && value <= f.upper50,
        value >= f.lower80 && value <= f.upper80,
        value >= f.lower95 && value <= f.upper95,
      ];
      inside.forEach((is, level) => {
        held[level] = (held[level] ?? 0) + (is ? 1 : 0) / 500;
      });
      state = withAttempt(state, { value });
    }
    for (const [level, claimed] of [0.5, 0.8, 0.95].entries()) {
      expect(Math.abs((held[level] ?? 0) - claimed)).toBeLessThan(0.07);
    }
  });
});

describe('when attempts were', () => {
  const DAY = 86_400_000;

  /** Five sessions of twelve a week; the first attempt of each costs a tenth. */
  function sessions(count: number): readonly { readonly value: number; readonly at: number }[] {
    const chance = random(11);
    return Array.from({ length: count }, (_, i) => ({
      value: 40 * Math.exp(0.03 * chance.normal() - (i % 12 === 0 ? 0.1 : 0)),
      at: Math.floor(i / 12) * 1.4 * DAY + (i % 12) * 60_000,
    }));
  }

  it('forecasts the first attempt of a session lower, where sessions begin badly', () => {
    const state = curveOf(RATE, sessions(240));
    const [cold] = answers(forecast(state, [{ from: 1, to: 1 }], 30 * DAY));
    const [usual] = answers(forecast(state, [{ from: 1, to: 1 }]));
    expect(Math.log((cold?.mean ?? 0) / (usual?.mean ?? 0))).toBeLessThan(-0.03);
  });

  it('is less sure after three weeks away than after a night', () => {
    const state = curveOf(RATE, sessions(240));
    const width = (days: number) => {
      const [f] = answers(forecast(state, [{ from: 1, to: 10 }], 28 * DAY + days * DAY));
      return (f?.upper80 ?? 0) - (f?.lower80 ?? 0);
    };
    expect(width(21)).toBeGreaterThan(1.2 * width(1));
  });

  it('does not take a fortnight for long from who practises once a fortnight', () => {
    const rare = laps(40, 6).map((value, i) => ({ value, at: i * 14 * DAY }));
    const often = laps(40, 6).map((value, i) => ({ value, at: i * DAY }));
    const width = (attempts: readonly CurveAttempt[]) => {
      const f = ahead(curveOf(LAPS, attempts), 1, 10);
      return Math.log(f.upper80 / f.lower80);
    };
    expect(width(rare)).toBeLessThan(1.05 * width(often));
  });
});

describe('a prior', () => {
  const others = Array.from({ length: 60 }, (_, i) => values(laps(40, 500 + i)));
  const prior = learnPrior(others, { kind: 'duration', better: 'down' });

  it('is not made of fewer than twenty learners', () => {
    expect(learnPrior(others.slice(0, 19), { kind: 'duration', better: 'down' })).toBeNull();
  });

  it('lets the first attempt be followed by a forecast, and knows what comes', () => {
    if (prior === null) throw new Error('no prior');
    const off = [1, 2, 3, 4, 5, 6].map((seed) => {
      const state = curveOf({ ...LAPS, prior }, values(laps(1, seed)));
      return Math.abs(Math.log(ahead(state, 21, 30).mean / (30 * 26.5 ** -0.3)));
    });
    expect(Math.max(...off)).toBeLessThan(0.25);
  });

  it('survives being written down', () => {
    if (prior === null) throw new Error('no prior');
    const read: typeof prior = JSON.parse(JSON.stringify(prior));
    const attempts = values(laps(12, 8));
    expect(forecast(curveOf({ ...LAPS, prior: read }, attempts), WINDOWS)).toEqual(
      forecast(curveOf({ ...LAPS, prior }, attempts), WINDOWS),
    );
  });
});

describe('the probability of reaching a target', () => {
  const state = curveOf(LAPS, values(laps(60, 5)));

  it('falls as the target gets harder and never leaves 0 to 1', () => {
    const asked = [14, 12, 10, 8, 6, 4, 2].map((seconds) => probabilityOfReaching(state, seconds, 200));
    const said = asked.map((p) => (typeof p === 'number' ? p : Number.NaN));
    expect(said).toEqual([...said].sort((a, b) => b - a));
    expect(said[0]).toBeGreaterThan(0.95);
    expect(said.at(-1)).toBeLessThan(0.02);
  });

  it('grows with the attempts allowed', () => {
    const within = [25, 50, 100, 400].map((count) => probabilityOfReaching(state, 6.8, count));
    expect(within).toEqual([...within].sort((a, b) => Number(a) - Number(b)));
  });

  it('is nothing for fewer than the 25 attempts that it takes', () => {
    expect(probabilityOfReaching(state, 1000, 20)).toBe(0);
  });
});
