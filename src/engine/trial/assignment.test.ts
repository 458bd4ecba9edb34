import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { commitmentText, drawLevel, drawnOtherwise } from './assignment.ts';
import { adaptiveProbabilities, designFault, type TrialDesign } from './design.ts';

/** FNV-1a, and a generator from it: no cryptography, and as good as one for counting draws. */
function digest(text: string): Uint8Array {
  let hash = 0x811c_9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x0100_0193);
  const { bits } = random(hash);
  return Uint8Array.from({ length: 32 }, () => bits() & 0xff);
}
const SEED = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const DESIGN: TrialDesign = {
  levels: ['seated', 'standing', 'walking'],
  unit: 'attempt',
  draw: { kind: 'fixed', probabilities: [0.5, 0.3, 0.2] },
  washout: 0,
};

const draws = (count: number, probabilities = [0.5, 0.3, 0.2]) =>
  Array.from({ length: count }, (_, place) =>
    drawLevel(DESIGN, probabilities, { seed: SEED, place }, digest),
  );

describe('a draw', () => {
  it('comes as often as its probability says', () => {
    const made = draws(20_000);
    const share = (level: string) => made.filter((draw) => draw.level === level).length / made.length;
    // Three standard errors.
    expect(Math.abs(share('seated') - 0.5)).toBeLessThan(0.011);
    expect(Math.abs(share('standing') - 0.3)).toBeLessThan(0.01);
    expect(Math.abs(share('walking') - 0.2)).toBeLessThan(0.009);
  });

  it('is the same for whoever draws it again, and another seed draws otherwise', () => {
    const made = draws(200);
    expect(drawnOtherwise(DESIGN, made, SEED, digest)).toEqual([]);
    expect(drawnOtherwise(DESIGN, made, `${SEED}0`, digest).length).toBeGreaterThan(50);
    const changed = made.map((draw) =>
      draw.place === 7 ? { ...draw, level: draw.level === 'seated' ? 'walking' : 'seated' } : draw,
    );
    expect(drawnOtherwise(DESIGN, changed, SEED, digest)).toEqual([7]);
  });

  it('is committed to with everything that decides it', () => {
    const text = commitmentText(DESIGN, SEED);
    expect(text).toContain(SEED);
    expect(commitmentText({ ...DESIGN, washout: 1 }, SEED)).not.toBe(text);
    expect(commitmentText({ ...DESIGN, levels: [...DESIGN.levels].reverse() }, SEED)).not.toBe(text);
  });
});

describe('probabilities that learn', () => {
  it('sum to one, and none is below the floor', () => {
    const standing = fc.record({
      estimate: fc.double({ min: -2, max: 2, noNaN: true }),
      standardError: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(standing, { minLength: 2, maxLength: 6 }), fc.integer(), (standings, seed) => {
        const probabilities = adaptiveProbabilities(standings, 0.1, seed);
        expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        for (const one of probabilities) expect(one).toBeGreaterThanOrEqual(0.1 - 1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it('favour the best and its rival alike, and leave the hopeless at the floor', () => {
    const standings = [
      { estimate: 0, standardError: 0 },
      { estimate: 0.3, standardError: 0.02 },
      { estimate: 0.31, standardError: 0.02 },
      { estimate: -0.5, standardError: 0.02 },
    ];
    const [first = 0, rival = 0, best = 0, last = 0] = adaptiveProbabilities(standings, 0.1, 1);
    expect(last).toBeCloseTo(0.1, 9);
    expect(first).toBeCloseTo(0.1, 9);
    expect(rival).toBeCloseTo(0.4, 1);
    expect(best).toBeCloseTo(0.4, 1);
  });
});

describe('a design', () => {
  it.each([
    [DESIGN, null],
    [{ ...DESIGN, levels: ['seated'] }, 'from two to 6 levels'],
    [{ ...DESIGN, levels: ['a', 'a', 'b'] }, 'a name of its own'],
    [{ ...DESIGN, draw: { kind: 'fixed', probabilities: [0.5, 0.5] } }, 'together they are 1'],
    [{ ...DESIGN, draw: { kind: 'fixed', probabilities: [0.9, 0.05, 0.05] } }, 'rarer than 0.1'],
    [{ ...DESIGN, draw: { kind: 'adaptive', floor: 0.05 } }, 'The floor is at least 0.1'],
    [{ ...DESIGN, draw: { kind: 'adaptive', floor: 0.4 } }, 'leaves room'],
    [{ ...DESIGN, draw: { kind: 'adaptive', floor: 0.1 } }, null],
    [{ ...DESIGN, washout: 1.5 }, 'whole number'],
  ] as const)('%#: %j', (design, words) => {
    const fault = designFault(design);
    if (words === null) expect(fault).toBeNull();
    else expect(fault).toContain(words);
  });
});
