/** Under a second there is no rate worth the name. */
const SHORTEST_SECONDS = 1;

/**
 * Right ones less wrong ones, per minute, to a hundredth. Never below zero, since no rate is: more wrong than right is a
 * rate of none. Null for a time too short for a rate.
 */
export function netRate(right: number, wrong: number, seconds: number): number | null {
  if (!(seconds >= SHORTEST_SECONDS)) return null;
  return Math.round((Math.max(0, right - wrong) * 6_000) / seconds) / 100;
}
