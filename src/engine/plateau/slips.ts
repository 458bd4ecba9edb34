/** So many values before one tell what is usual. */
const REMEMBERED = 15;
const FEWEST = 7;
/** A value farther out than so many robust standard deviations counts as lying at them. */
const FARTHEST_SDS = 5;
/** From the median absolute deviation to a standard deviation, if normal. */
const MAD_TO_SD = 1.4826;

/** `value`, brought in where it is a slip by what went before; remembers it, as it was, in `recent`. */
export function withoutSlip(recent: number[], value: number): number {
  const held = recent.length < FEWEST ? value : broughtIn(recent, value);
  recent.push(value);
  if (recent.length > REMEMBERED) recent.shift();
  return held;
}

function broughtIn(recent: readonly number[], value: number): number {
  const middle = medianOf(recent);
  const reach = FARTHEST_SDS * MAD_TO_SD * medianOf(recent.map((one) => Math.abs(one - middle)));
  // Values that are nearly all alike tell nothing about how far out a slip would lie.
  if (reach === 0) return value;
  return Math.min(middle + reach, Math.max(middle - reach, value));
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
