/** Maps `from` onto `to` in a straight line. Either may run downwards, as the y of a screen does. */
export type LinearScale = (value: number) => number;

export function linearScale(from: readonly [number, number], to: readonly [number, number]): LinearScale {
  const [low, high] = from;
  const [start, end] = to;
  // Nothing to spread: all of it lies in the middle.
  if (high === low) return () => (start + end) / 2;
  const slope = (end - start) / (high - low);
  return (value) => start + (value - low) * slope;
}
