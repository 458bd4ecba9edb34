/** Under this part of the best one's score a micromastery shares only a stray word with the need. */
export const WORTH_SHOWING = 0.3;

/** A rare word says more than a frequent one: its inverse document frequency, of the `total` that could have it. */
export const rarityWeight = (micromasteries: number, total: number) =>
  Math.log(1 + total / (1 + micromasteries));
