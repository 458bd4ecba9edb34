/** Chance as a value: whoever holds the same seed draws the same numbers. Not for secrets. */
export type Random = {
  /** A whole number from 0 to 2^32 - 1. */
  readonly bits: () => number;
  /** At least 0, below 1, on a grid of 2^-32. */
  readonly uniform: () => number;
  /** A whole number from 0 to `count` - 1, each equally likely. */
  readonly below: (count: number) => number;
  /** Standard normal: mean 0, standard deviation 1. */
  readonly normal: () => number;
};

type State = readonly [number, number, number, number];

const TWO_TO_32 = 0x1_0000_0000;

function rotateLeft(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0;
}

/**
 * xoshiro128** 1.1, period 2^128 - 1. Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators",
 * ACM Transactions on Mathematical Software 47(4). The state must not be all zeros.
 */
export function xoshiro128(state: State): () => number {
  let [a, b, c, d] = state.map((word) => word >>> 0) as [number, number, number, number];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const shifted = (b << 9) >>> 0;
    c = (c ^ a) >>> 0;
    d = (d ^ b) >>> 0;
    b = (b ^ c) >>> 0;
    a = (a ^ d) >>> 0;
    c = (c ^ shifted) >>> 0;
    d = rotateLeft(d, 11);
    return result;
  };
}

/** Spreads one seed over the state: a Weyl sequence through the finaliser of MurmurHash3 (Appleby, public domain). */
function spread(seed: number): State {
  let counter = seed >>> 0;
  const next = () => {
    counter = (counter + 0x9e37_79b9) >>> 0;
    let word = counter;
    word = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2_ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
  return [next(), next(), next(), next()];
}

/** A generator from a seed; only the seed's lowest 32 bits count. */
export function random(seed: number): Random {
  const bits = xoshiro128(spread(seed));
  const uniform = () => bits() / TWO_TO_32;
  return { bits, uniform, below: (count) => below(bits, count), normal: () => normal(uniform) };
}

/** Rejects the incomplete last run, so that no number is favoured. */
function below(bits: () => number, count: number): number {
  const limit = TWO_TO_32 - (TWO_TO_32 % count);
  let word = bits();
  while (word >= limit) word = bits();
  return word % count;
}

/** Box and Muller 1958; 1 - u keeps the logarithm away from zero. */
function normal(uniform: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
  return radius * Math.cos(2 * Math.PI * uniform());
}
