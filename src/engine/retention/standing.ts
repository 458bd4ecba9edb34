import type { Measure, MeasureKind } from '../measure/measure.ts';
import { DAYS_TO_MEET } from '../picture/days-to-meet.ts';
import { findMet } from '../picture/met.ts';
import type { AttemptFact } from '../picture/picture.ts';
import type { SkillSort } from './half-life.ts';
import { LONGEST_LOOK_AHEAD_DAYS, whenToLookAgain } from './holds-today.ts';
import { type MeasuredSkill, measuredSkill, type TooFewAttempts } from './measured-skill.ts';
import { type Retention, retentionOf } from './retention.ts';

/** Under four in five that the first take of a session meets the target, a refresh is worth it. */
export const LEAST_CHANCE = 0.8;

/** Where a practice stands against its target as it is now, and what is left of it from its last take on. */
export type Standing = {
  /** Days on which a session held it; null without a target. */
  readonly heldDays: number | null;
  /** Of one that was met: days after the last take until its chance is below that, 0 to 730. Null: not known. */
  readonly holdsForDays: number | null;
  /** When its third such day came, milliseconds since 1970; null: not yet, or without a target. */
  readonly metAt: number | null;
  readonly retention: Retention;
};

/**
 * What the agenda and every screen need of the attempts that stand, in whatever order. Counted from the last of them
 * and not from today, so that it changes with the attempts alone.
 */
export function standingOf(measure: Measure, unordered: readonly AttemptFact[]): Standing {
  const attempts = unordered.toSorted((a, b) => a.at - b.at);
  const { low, high } = measure.target;
  const skill = skillOf(measure, attempts);
  const retention = retentionOf(measure, skill);
  if (low === null && high === null) return { heldDays: null, holdsForDays: null, metAt: null, retention };
  const { daysHeld: heldDays, metAt } = findMet(measure.target, attempts);
  return {
    heldDays,
    holdsForDays: heldDays < DAYS_TO_MEET ? null : daysItHolds(measure, skill),
    metAt,
    retention,
  };
}

type Skill =
  | MeasuredSkill
  | Extract<Retention, { kind: 'not-for-a-range' | 'not-for-passes' }>
  | TooFewAttempts;

/** Not for a range and for passes, whose scatter is no normal one. */
function skillOf({ kind, direction }: Measure, attempts: readonly AttemptFact[]): Skill {
  if (direction === 'within') return { kind: 'not-for-a-range' };
  if (kind === 'pass') return { kind: 'not-for-passes' };
  return measuredSkill(attempts, { kind, better: direction, sort: sortOf(kind) });
}

function daysItHolds({ direction, target }: Measure, skill: Skill): number | null {
  const level = direction === 'up' ? target.low : target.high;
  if ('kind' in skill || level === null) return null;
  const look = whenToLookAgain(skill, level, skill.lastAt, LEAST_CHANCE);
  if (look.kind === 'not-for-a-range') return null;
  if (look.kind === 'on') return look.gapDays;
  return look.kind === 'already' ? 0 : LONGEST_LOOK_AHEAD_DAYS;
}

function sortOf(kind: MeasureKind): SkillSort {
  if (kind === 'duration' || kind === 'rate') return 'speed';
  return kind === 'proportion' ? 'accuracy' : 'mixed';
}
