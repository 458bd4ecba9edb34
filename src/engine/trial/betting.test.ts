import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logEvidence, startEvidence, type Weighed } from './evidence.ts';
import { shareBetting } from './share-betting.ts';
import { shiftBetting } from './shift-betting.ts';

const number = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const probability = fc.double({ min: 0.05, max: 0.95, noNaN: true });

/** What every way of betting on one attempt wins, as a factor, against the shift. */
function gains(betting: typeof shiftBetting, shift: number, weighed: Weighed): number[] {
  const evidence = startEvidence(shift, shift + 1, 2, betting.ways);
  betting.weigh(evidence, weighed);
  return [...evidence.logs.subarray(0, betting.ways)].map(Math.exp);
}

describe('a bet against the true shift', () => {
  it('wins nothing on average over the draw, whatever the attempt and the forecast are', () => {
    fc.assert(
      fc.property(
        number(5),
        number(3),
        probability,
        number(5),
        number(1),
        fc.double({ min: 0.05, max: 4, noNaN: true }),
        (without, shift, p, forecast, share, sd) => {
          const drawn = (level: 0 | 1): Weighed => ({
            value: without + shift * level,
            level,
            probability: p,
            among: null,
            forecast,
            share,
            sd,
          });
          const [low, high] = [gains(shiftBetting, shift, drawn(0)), gains(shiftBetting, shift, drawn(1))];
          for (const [way, gain] of high.entries())
            expect(p * gain + (1 - p) * (low[way] ?? 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('of shares wins nothing either, and can never lose all', () => {
    const pass = fc.constantFrom(0, 1);
    fc.assert(
      fc.property(pass, pass, probability, number(2), (without, withIt, p, forecast) => {
        const drawn = (level: 0 | 1): Weighed => ({
          value: level === 1 ? withIt : without,
          level,
          probability: p,
          among: null,
          forecast,
          share: 0,
          sd: 1,
        });
        const shift = withIt - without;
        const [low, high] = [gains(shareBetting, shift, drawn(0)), gains(shareBetting, shift, drawn(1))];
        for (const [way, gain] of high.entries()) {
          expect(p * gain + (1 - p) * (low[way] ?? 0)).toBeCloseTo(1, 9);
          expect(gain).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('a bet among more than two levels', () => {
  const share = fc.double({ min: 0.1, max: 0.8, noNaN: true });
  /** Three probabilities of 0.1 or more, and what two of them were taken to be. */
  const drawn = fc.record({
    of: fc.record({ first: share, second: share }).filter(({ first, second }) => first + second <= 0.9),
    taken: fc.record({ first: share, second: share }),
  });

  function meanGains(
    betting: typeof shiftBetting,
    { of, taken }: { of: { first: number; second: number }; taken: { first: number; second: number } },
    shift: number,
    attemptOf: (level: 0 | 1) => Pick<Weighed, 'value' | 'forecast' | 'share' | 'sd'>,
  ): readonly number[] {
    const weight = (taken.first * taken.second) / (taken.first + taken.second);
    const gainsOf = (level: 0 | 1) =>
      gains(betting, shift, {
        ...attemptOf(level),
        level,
        probability: taken.second / (taken.first + taken.second),
        among: { own: level === 1 ? of.second : of.first, weight, most: 0.095 },
      });
    const [low, high] = [gainsOf(0), gainsOf(1)];
    // With any other level nothing is won or lost.
    return high.map((gain, way) => of.second * gain + of.first * (low[way] ?? 0) + 1 - of.first - of.second);
  }

  it('wins nothing on average, whatever the probabilities of the others were', () => {
    fc.assert(
      fc.property(drawn, number(5), number(3), number(5), (draw, without, shift, forecast) => {
        const means = meanGains(shiftBetting, draw, shift, (level) => ({
          value: without + shift * level,
          forecast,
          share: 0.5,
          sd: 1,
        }));
        for (const mean of means) expect(mean).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of shares wins nothing either', () => {
    const pass = fc.constantFrom(0, 1);
    fc.assert(
      fc.property(drawn, pass, pass, number(2), (draw, without, withIt, forecast) => {
        const means = meanGains(shareBetting, draw, withIt - without, (level) => ({
          value: level === 1 ? withIt : without,
          forecast,
          share: 0,
          sd: 1,
        }));
        for (const mean of means) expect(mean).toBeCloseTo(1, 9);
      }),
    );
  });

  it('leaves a twentieth where a row is rarer than any before it', () => {
    const rare = { own: 0.01, weight: 0.25, most: 0.095 };
    const attempt = { value: 9, level: 0, probability: 0.5, forecast: 0, share: 0, sd: 1 } as const;
    expect(Math.min(...gains(shiftBetting, 0, { ...attempt, among: rare }))).toBeCloseTo(0.05, 12);
  });
});

describe('the evidence', () => {
  it('is the mean of what all ways won', () => {
    const evidence = startEvidence(0, 1, 2, 2);
    evidence.logs.set([Math.log(3), Math.log(5), 0, 0]);
    expect(Math.exp(logEvidence(evidence, 0))).toBeCloseTo(4, 12);
  });

  it('is that of the worked example in docs/science/trial.md', () => {
    const attempt: Weighed = {
      value: 4.15,
      level: 1,
      probability: 0.5,
      among: null,
      forecast: 4,
      share: 0.5,
      sd: 0.1,
    };
    const [muchWorse, worse, better, muchBetter] = gains(shiftBetting, 0, attempt);
    expect(muchBetter).toBeCloseTo(1.4543, 4);
    expect(better).toBeCloseTo(1.2425, 4);
    expect(worse).toBeCloseTo(0.7575, 4);
    expect(muchWorse).toBeCloseTo(0.5457, 4);
    const evidence = startEvidence(0, 1, 2, shiftBetting.ways);
    shiftBetting.weigh(evidence, attempt);
    expect(logEvidence(evidence, 0)).toBeCloseTo(0, 12);
    shiftBetting.weigh(evidence, attempt);
    expect(Math.exp(logEvidence(evidence, 0))).toBeCloseTo(1.1326, 4);
  });

  it('says nothing before the scatter is known', () => {
    const weighed: Weighed = {
      value: 9,
      level: 1,
      probability: 0.5,
      among: null,
      forecast: 0,
      share: 0,
      sd: 0,
    };
    expect(gains(shiftBetting, 0, weighed)).toEqual([1, 1, 1, 1]);
  });
});
