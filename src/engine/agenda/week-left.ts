import { mondayOf } from '../momentum/local-day.ts';
import { FLOOR_MINUTES } from './fit.ts';
import type { LeftOut, Week, WeekLeft } from './plan.ts';
import { SIDE_MINUTES } from './share-out.ts';
import { byUrgency, type Candidate } from './urgency.ts';

/** Sums of minutes are fractions: sixty less 47.999999999 are twelve. */
const ROUNDING = 1e-6;
const DAYS_AFTER_MONDAY = 6;

/** Whole minutes of the cap that are not practised yet. */
export function leftOf({ capMinutes, practisedMinutes }: Week): number {
  return Math.max(0, Math.floor(capMinutes - practisedMinutes + ROUNDING));
}

export type WeekInput = {
  readonly week: Week;
  /** Those at hand. */
  readonly minutes: number;
  /** Those of the plan; none where there is no plan. */
  readonly plannedMinutes: number;
  readonly plannedIds: ReadonlySet<string>;
  readonly candidates: readonly Candidate[];
  /** Its number. */
  readonly today: number;
  /** After a gap nothing is held up to anybody. */
  readonly isComeback: boolean;
};

/**
 * What the week's minutes reach after this plan. What will be due by Sunday, the most urgent first, takes a usual visit, or
 * its two-minute version; what no longer fits is let go, and said to be.
 */
export function weekLeft(input: WeekInput): WeekLeft {
  const { week, minutes, plannedMinutes, plannedIds, candidates, today, isComeback } = input;
  const leftMinutes = leftOf(week);
  const letGo: LeftOut[] = [];
  let spare = leftMinutes - plannedMinutes;
  const daysLeft = mondayOf(today) + DAYS_AFTER_MONDAY - today;
  const waiting = isComeback ? [] : candidates.filter(({ practice }) => !plannedIds.has(practice.id));
  const due = waiting.map((candidate) => bySunday(candidate, daysLeft)).filter(({ isDue }) => isDue);
  for (const candidate of due.sort(byUrgency)) {
    const visit = visitMinutes(candidate, spare);
    if (visit === null) letGo.push(letGoOf(candidate, leftMinutes));
    else spare -= visit;
  }
  return { capMinutes: week.capMinutes, leftMinutes, isShortened: minutes > leftMinutes, letGo };
}

function bySunday(candidate: Candidate, daysLeft: number): Candidate {
  const urgency = candidate.urgency + (daysLeft / candidate.intervalDays) * candidate.weight;
  return { ...candidate, urgency, isDue: urgency >= 1 };
}

/** Null: not even its shortest. */
function visitMinutes({ practice: { attemptMinutes, hasFloor } }: Candidate, spare: number): number | null {
  const usual = Math.max(SIDE_MINUTES, Math.ceil(attemptMinutes));
  if (usual <= spare) return usual;
  if (attemptMinutes <= spare) return spare;
  return hasFloor && FLOOR_MINUTES <= spare ? FLOOR_MINUTES : null;
}

function letGoOf({ practice: { id, attemptMinutes, hasFloor } }: Candidate, leftMinutes: number): LeftOut {
  const isTooLong = attemptMinutes > leftMinutes && !(hasFloor && FLOOR_MINUTES <= leftMinutes);
  const why = isTooLong
    ? ({ kind: 'too-long-for-week', attemptMinutes, leftMinutes } as const)
    : ({ kind: 'week-spent' } as const);
  return { practiceId: id, why };
}
