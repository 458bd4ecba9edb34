import { versionFor } from './fit.ts';
import type { LeftOut, Reason } from './plan.ts';
import type { Candidate } from './urgency.ts';

/** Nobody is shown a backlog: what waits is named up to here, and the rest comes round by itself. */
export const MOST_LEFT_OUT = 3;

export type LeftOutInput = {
  /** By urgency. */
  readonly candidates: readonly Candidate[];
  readonly plannedIds: ReadonlySet<string>;
  readonly passedIds: ReadonlySet<string>;
  readonly minutes: number;
  readonly workMinutes: number;
  readonly isComeback: boolean;
};

/**
 * What is not in a plan and why: all that is too long for it, and up to three that were passed over or are due. After a gap
 * three of all of them together, those in the plan behind its first line included.
 */
export function leftOutOf(input: LeftOutInput): readonly LeftOut[] {
  const { candidates, plannedIds, isComeback } = input;
  const left: LeftOut[] = [];
  const behindFirst = Math.max(0, plannedIds.size - 1);
  let room = isComeback ? MOST_LEFT_OUT - behindFirst : MOST_LEFT_OUT;
  for (const candidate of candidates) {
    if (plannedIds.has(candidate.practice.id)) continue;
    const why = whyLeftOut(candidate, input);
    if (why === null) continue;
    const isCounted = isComeback || why.kind !== 'take-too-long';
    if (isCounted && room <= 0) continue;
    if (isCounted) room -= 1;
    left.push({ practiceId: candidate.practice.id, why });
  }
  return left;
}

function whyLeftOut({ practice, isDue }: Candidate, input: LeftOutInput): Reason | null {
  const { workMinutes, minutes, passedIds, isComeback } = input;
  if (versionFor(practice, workMinutes) === null) {
    const { attemptMinutes, hasFloor } = practice;
    return { kind: 'take-too-long', attemptMinutes, workMinutes, hasFloor };
  }
  if (passedIds.has(practice.id)) return { kind: 'passed-today' };
  if (!isDue) return null;
  return isComeback ? { kind: 'can-wait' } : { kind: 'no-room', minutes };
}
