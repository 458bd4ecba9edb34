/**
 * How many of the steepest slopes to drop on either side, so that what is left covers the true slope with `level`:
 * the exact null distribution of Kendall's S, counted by inversions of a random order of `n`.
 * Sen 1968, JASA 63, "Estimates of the regression coefficient based on Kendall's tau". Null where n is too small.
 */
export function slopeRank(n: number, level: number): number | null {
  const tail = (1 - level) / 2;
  let below = 0;
  let rank = 0;
  for (const chance of inversionChances(n)) {
    below += chance;
    if (below > tail) break;
    rank += 1;
  }
  return rank === 0 ? null : rank;
}

/** The fewest points at which a perfect order is rarer than chance allows: 2/n! <= 1 - level. */
export function fewestForSlope(level: number): number {
  let n = 2;
  for (let orders = 2; 2 / orders > 1 - level; orders *= n) n += 1;
  return n;
}

/** Chance of 0, 1, 2 ... inversions among n in random order: each new element adds 0 to k-1 of them. */
function inversionChances(n: number): readonly number[] {
  let chances: readonly number[] = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(chances.length + size - 1).fill(0);
    chances.forEach((chance, inversions) => {
      for (let added = 0; added < size; added += 1) {
        next[inversions + added] = (next[inversions + added] ?? 0) + chance / size;
      }
    });
    chances = next;
  }
  return chances;
}
