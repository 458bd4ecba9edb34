import { random } from '../random.ts';

/**
 * Chance for paths into the future: the same for every question, so that a better target is never likelier than a worse
 * one, and drawn once. Paths come in pairs, the second of which takes every number with its sign turned (antithetic
 * variates; Hammersley & Morton 1956), so that they lie evenly to both sides of what is expected.
 */
export const PAIRS = 400;

/** For each block of attempts and each pair, two standard normal numbers: block by block, so that more blocks only add. */
export type Draws = Float64Array;

const SEED = 1;
let drawn: Draws = new Float64Array();

/** Numbers for at least so many blocks: those of pair k in block b from place 2 (b PAIRS + k) on. */
export function drawsFor(blocks: number): Draws {
  const length = 2 * PAIRS * blocks;
  if (drawn.length < length) {
    const chance = random(SEED);
    drawn = new Float64Array(length).map(() => chance.normal());
  }
  return drawn;
}

/**
 * Two standard normal numbers for a pair, by Box and Muller from points that fill the unit square evenly, whichever run of
 * them is taken (the additive sequence of the plastic number; Roberts 2018).
 */
export function evenPair(pair: number): readonly [number, number] {
  const [x, y] = [(0.5 + pair * 0.754_877_666_246_692_7) % 1, (0.5 + pair * 0.569_840_290_998_053_2) % 1];
  const radius = Math.sqrt(-2 * Math.log(1 - x));
  return [radius * Math.cos(2 * Math.PI * y), radius * Math.sin(2 * Math.PI * y)];
}
