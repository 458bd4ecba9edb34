import type { ExperimentResult, LevelFinding } from './experiment-result.ts';

/** From how many to how many units more decide a comparison, about four times in five. */
export type MoreNeeded = { readonly low: number; readonly high: number };

/** More than this is not worth asking of anybody. */
const MOST = 400;
/** Of the units told by the rule below, what it really took lay between these shares four times in five; see the test. */
const FROM = 0.4;
const TO = 4;

/**
 * How many more units would decide a comparison; null where that cannot be told yet, or may be too many to ask for. While the scatter is
 * still being learnt, an interval narrows about as 1/n: it is decided where its near side has come from 0 to the estimate (a
 * difference), or where interval and estimate fit into the smallest difference (none that matters). The shares around that are what
 * simulated learners took.
 */
export function moreNeeded(
  finding: LevelFinding,
  smallest: number,
  { n, findings }: Pick<ExperimentResult, 'n' | 'findings'>,
): MoreNeeded | null {
  const { estimate, lower, upper, verdict } = finding;
  if (verdict !== 'not-enough' || estimate === null || lower === null || upper === null) return null;
  const size = Math.abs(estimate);
  const near = estimate > 0 ? estimate - lower : upper - estimate;
  const toDifference = size > 0 ? near / size : Number.POSITIVE_INFINITY;
  const toNone = size < smallest ? (upper - lower) / 2 / (smallest - size) : Number.POSITIVE_INFINITY;
  const own = finding.n * Math.max(0, Math.min(toDifference, toNone) - 1);
  // Those of the other levels are drawn as well meanwhile.
  const more = findings.length === 1 ? own : (own * n) / Math.max(1, finding.n);
  const [low, high] = [Math.max(1, Math.floor(FROM * more)), Math.max(2, Math.ceil(TO * more))];
  return high > MOST ? null : { low, high };
}
