import { probability } from '../units.ts';
import type { AttemptFact, RunningShare, Share, ShareEstimate } from './picture.ts';

/** P(B <= successes) for B binomial(n, chance). */
function binomialBelow(successes: number, n: number, chance: number): number {
  if (successes >= n || chance <= 0) return 1;
  if (chance >= 1) return 0;
  let logPoint = n * Math.log1p(-chance);
  const logOdds = Math.log(chance) - Math.log1p(-chance);
  let sum = 0;
  for (let count = 0; count <= successes; count += 1) {
    sum += Math.exp(logPoint);
    logPoint += Math.log((n - count) / (count + 1)) + logOdds;
  }
  return Math.min(1, sum);
}

/** Where a function that falls from above `goal` at 0 to below it at 1 passes `goal`; 40 halvings reach 1e-12. */
function crossing(falling: (chance: number) => number, goal: number): number {
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (falling(middle) > goal) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Share of passes with the exact interval of Clopper & Pearson 1934, Biometrika 26: it covers at least `level`.
 * Assumes independent attempts; n at least 1.
 */
export function estimateShare(successes: number, n: number, level: number): ShareEstimate {
  const tail = (1 - level) / 2;
  return {
    share: successes / n,
    low: successes === 0 ? 0 : crossing((chance) => binomialBelow(successes - 1, n, chance), 1 - tail),
    high: successes === n ? 1 : crossing((chance) => binomialBelow(successes, n, chance), tail),
    level: probability(level),
    n,
  };
}

/** A median of zeros and ones says next to nothing, so pass and fail are drawn as a running share. */
export function drawShare(
  attempts: readonly AttemptFact[],
  places: readonly number[],
  width: number,
  level: number,
): Share {
  const known = new Map<string, ShareEstimate>();
  const running: RunningShare[] = [];
  for (const index of places) {
    const end = attempts[index];
    if (end === undefined) continue;
    const members = attempts.slice(Math.max(0, index + 1 - width), index + 1);
    const successes = members.filter((attempt) => attempt.value === 1).length;
    const key = `${successes} of ${members.length}`;
    const estimate = known.get(key) ?? estimateShare(successes, members.length, level);
    known.set(key, estimate);
    running.push({ ...estimate, index, at: end.at });
  }
  const latest = running.at(-1);
  return { running, latest: latest ?? { kind: 'too-few-attempts', have: 0, need: 1 } };
}
