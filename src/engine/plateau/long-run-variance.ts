import { type Line, leftOver, type SlopeSums } from './slope-sums.ts';

/** Attempts of one stretch are never wholly unlike: the floor that the trend of the picture has. */
const LEAST_LIKENESS = 0.15;
const MOST_LIKENESS = 0.9;
/** Blocks of a length are asked where there are at least so many of them. */
const FEWEST_BLOCKS = 6;
/** Not all attempts that likeness leaves tell of the noise: some do of what the line took out, and of the likeness itself. */
const TELLING_SHARE = 0.5;
const LEAST_FREEDOM = 2;

export type LongRunNoise = {
  readonly variance: number;
  /** Degrees of freedom that it is known by: attempts, over what likeness inflates the variance by. */
  readonly freedom: number;
};

/**
 * n times the variance that a mean of n attempts has, which is more than that of one attempt where neighbours are alike or
 * sessions differ: the largest of
 *
 *     V_L = sum over blocks of (sum of the block's residuals)^2 / attempts / (1 - 2 L/m),      L = 1, 2, 4 ... m/8
 *
 * of the same over sessions, and of V_1 (1 + r)/(1 - r), r the correlation of neighbours, from 0.15 to 0.9, with (2 + 4 r)/m for what
 * fitting a line takes from it and one standard error, (1 - r^2)/sqrt(m), added. 2 L/m is what that takes out of blocks. The largest, because each alone is too small under some
 * likeness, and too much only costs attempts. Batch means: Alexopoulos & Seila 1998 (from memory); the rest is ours.
 */
export function longRunNoise(
  sums: SlopeSums,
  line: Line,
  span: { readonly after: number; readonly until: number },
  sessionEnds: readonly number[],
): LongRunNoise {
  const { after, until } = span;
  const m = until - after;
  let [most, single] = [0, 0];
  for (let length = 1; length === 1 || length * FEWEST_BLOCKS <= m; length *= 2) {
    const blocks = Math.floor(m / length);
    let squares = 0;
    for (let block = 0; block < blocks; block += 1) {
      const end = until - block * length;
      squares += leftOver(sums, line, end - length, end) ** 2;
    }
    const found = squares / (blocks * length) / (1 - (2 * length) / m);
    if (length === 1) single = found;
    most = Math.max(most, length === 1 ? found * inflation(likenessOver(sums, line, span)) : found);
  }
  const variance = Math.max(most, overSessions(sums, line, span, sessionEnds));
  const share = variance > 0 ? single / variance : 1;
  return { variance, freedom: Math.max(LEAST_FREEDOM, TELLING_SHARE * m * share) };
}

const inflation = (likeness: number) => (1 + likeness) / (1 - likeness);

function likenessOver(
  sums: SlopeSums,
  line: Line,
  { after, until }: { readonly after: number; readonly until: number },
): number {
  const m = until - after;
  let [before, products, squares] = [0, 0, 0];
  for (let place = after; place < until; place += 1) {
    const residual = leftOver(sums, line, place, place + 1);
    products += before * residual;
    squares += residual * residual;
    before = residual;
  }
  const found = squares > 0 ? products / squares : 0;
  // Likeness that is taken for too little makes false claims, likeness that is taken for too much makes late ones.
  const standardError = (1 - found * found) / Math.sqrt(m);
  return Math.min(MOST_LIKENESS, Math.max(LEAST_LIKENESS, found + (2 + 4 * found) / m + standardError));
}

/** Sessions of a window, where times are known. */
const FEWEST_SESSIONS = 4;

function overSessions(
  sums: SlopeSums,
  line: Line,
  { after, until }: { readonly after: number; readonly until: number },
  sessionEnds: readonly number[],
): number {
  const ends = [...sessionEnds.filter((end) => end > after && end < until), until];
  if (ends.length < FEWEST_SESSIONS) return 0;
  let [from, squares, sizes] = [after, 0, 0];
  for (const end of ends) {
    squares += leftOver(sums, line, from, end) ** 2;
    sizes += (end - from) ** 2;
    from = end;
  }
  const m = until - after;
  return squares / m / Math.max(0.5, 1 - (2 * sizes) / (m * m));
}
