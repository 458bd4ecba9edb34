import type { LevelFinding } from '../../engine/experiment/experiment-result.ts';

/** What a comparison weighs as the first thing to say: what can be acted on before what is settled, that before what is open. */
const WEIGHT = { better: 3, worse: 2, 'no-difference': 1, 'not-enough': 0 } as const;

/** The comparison that matters most: a decided one, else the one that is closest to being decided; null where there is none. */
export function mainFinding(findings: readonly LevelFinding[]): LevelFinding | null {
  const [first, ...others] = findings;
  if (first === undefined) return null;
  return others.reduce((best, one) => (isBefore(one, best) ? one : best), first);
}

function isBefore(one: LevelFinding, other: LevelFinding): boolean {
  const weight = WEIGHT[one.verdict] - WEIGHT[other.verdict];
  if (weight !== 0) return weight > 0;
  if (one.verdict === 'not-enough') return closeness(one) > closeness(other);
  if (one.verdict === 'no-difference') return false;
  return Math.abs(one.estimate ?? 0) > Math.abs(other.estimate ?? 0);
}

/** How far the estimate has come from 0 against how wide its interval is. */
function closeness({ estimate, lower, upper }: LevelFinding): number {
  if (estimate === null || lower === null || upper === null) return -1;
  return Math.abs(estimate) / Math.max(Number.MIN_VALUE, upper - lower);
}

/**
 * The level that may be kept: the best of those that beat the first, or the first itself where it beats another and none is
 * still open. Null while there is none.
 */
export function winningLevel(findings: readonly LevelFinding[]): string | null {
  const main = mainFinding(findings);
  if (main?.verdict === 'better') return main.level;
  if (main?.verdict !== 'worse') return null;
  return findings.some(({ verdict }) => verdict === 'not-enough') ? null : main.against;
}
