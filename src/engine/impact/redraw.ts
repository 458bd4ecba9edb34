import type { Random } from '../random.ts';

/** Up to so many arrangements each is gone through; of more, a sample is drawn. */
export const MOST_EXACT = 5_000;

/** How many different ways there are to hand out the same starts; Infinity once it is beyond counting. */
export function countArrangements(starts: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  let ways = 1;
  for (let place = 0; place < starts.length; place += 1) {
    const start = starts[place] ?? 0;
    const count = (counts.get(start) ?? 0) + 1;
    counts.set(start, count);
    // Multinomial coefficient, one factor (place + 1) / count at a time: whole at every step.
    ways = Math.round((ways * (place + 1)) / count);
    if (ways > Number.MAX_SAFE_INTEGER / 1_000) return Number.POSITIVE_INFINITY;
  }
  return ways;
}

/** The same array each time: read it before the next. Every different arrangement once, in ascending order (Knuth, The Art of Computer Programming 4A, algorithm L). */
export function* allArrangements(starts: ArrayLike<number>): Generator<Int32Array> {
  const order = Int32Array.from(starts).sort();
  const at = (place: number) => order[place] ?? 0;
  const swap = (one: number, other: number) => {
    [order[one], order[other]] = [at(other), at(one)];
  };
  while (true) {
    yield order;
    let rising = order.length - 2;
    while (rising >= 0 && at(rising) >= at(rising + 1)) rising -= 1;
    if (rising < 0) return;
    let above = order.length - 1;
    while (at(above) <= at(rising)) above -= 1;
    swap(rising, above);
    order.subarray(rising + 1).reverse();
  }
}

/** The same array each time: the arrangement that was drawn, and then `count` drawn anew (Fisher and Yates' shuffle). */
export function* drawnArrangements(
  starts: ArrayLike<number>,
  count: number,
  chance: Random,
): Generator<Int32Array> {
  const order = Int32Array.from(starts);
  yield order;
  for (let draw = 0; draw < count; draw += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = chance.below(last + 1);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    yield order;
  }
}
