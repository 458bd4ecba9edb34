import type { Measure, MeasureKind } from '../measure/measure.ts';
import { DAYS_TO_MEET } from '../picture/days-to-meet.ts';
import { findMet } from '../picture/met.ts';
import type { AttemptFact } from '../picture/picture.ts';
import type { SkillSort } from './half-life.ts';
import { LONGEST_LOOK_AHEAD_DAYS, whenToLookAgain } from './holds-today.ts';
import { measuredSkill } from './measured-skill.ts';

/** Under four in five that the first take of a session meets the target, a refresh is worth it. */
export const LEAST_CHANCE = 0.8;

/** Where a practice stands against its target as it is now. */
export type Standing = {
  /** Days on which a session held it; null without a target. */
  readonly heldDays: number | null;
  /** Of one that was met: days after the last take until its chance is below that, 0 to 730. Null: not known. */
  readonly holdsForDays: number | null;
};

/**
 * What the agenda needs of the attempts that stand, in the order they were made. Counted from the last of them and not from
 * today, so that it changes with the attempts alone.
 */
export function standingOf(measure: Measure, attempts: readonly AttemptFact[]): Standing {
  const { low, high } = measure.target;
  if (low === null && high === null) return { heldDays: null, holdsForDays: null };
  const { daysHeld: heldDays } = findMet(measure.target, attempts);
  return { heldDays, holdsForDays: heldDays < DAYS_TO_MEET ? null : daysItHolds(measure, attempts) };
}

/** Null for a range and for passes, whose scatter is no normal one, and for too few attempts. */
function daysItHolds({ kind, direction, target }: Measure, attempts: readonly AttemptFact[]): number | null {
  const level = direction === 'up' ? target.low : target.high;
  if (direction === 'within' || kind === 'pass' || level === null) return null;
  const timed = attempts.toSorted((a, b) => a.at - b.at);
  const skill = measuredSkill(timed, { kind, better: direction, sort: sortOf(kind) });
  if ('kind' in skill) return null;
  const look = whenToLookAgain(skill, level, skill.lastAt, LEAST_CHANCE);
  if (look.kind === 'not-for-a-range') return null;
  if (look.kind === 'on') return look.gapDays;
  return look.kind === 'already' ? 0 : LONGEST_LOOK_AHEAD_DAYS;
}

function sortOf(kind: MeasureKind): SkillSort {
  if (kind === 'duration' || kind === 'rate') return 'speed';
  return kind === 'proportion' ? 'accuracy' : 'mixed';
}
