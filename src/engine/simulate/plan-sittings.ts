import type { Random } from '../random.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { SimulationPlan } from './simulated-practice.ts';

export type PlannedSitting = {
  readonly startsAt: number;
  /** The gap or the end of the practice: no take of this sitting may reach beyond it. */
  readonly mustEndBy: number;
};

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_WEEK = 7 * MILLISECONDS_PER_DAY;
export const MOST_WEEKS = 520;
export const MOST_SITTINGS_A_WEEK = 70;
/** Standard deviation of how punctually people sit down. */
const LATE_MINUTES = 40;
/** Several sittings of one day are spread over this long. */
const WAKING_MINUTES = 720;
/** Who missed one sitting is likelier to miss the next: lapses come in runs. */
const MISSED_AFTER_MISSED = 0.25;

/** The learner's own days of the week, kept for the whole practice; some missed, none in the gap. In order of time. */
export function planSittings(
  plan: SimulationPlan,
  chance: Random,
  missedShare: number,
): readonly PlannedSitting[] {
  const { startAt, gap } = plan;
  const weeks = Math.min(MOST_WEEKS, Math.floor(plan.weeks));
  const endsAt = startAt + weeks * MILLISECONDS_PER_WEEK;
  const gapFrom = gap === undefined ? endsAt : startAt + gap.fromWeek * MILLISECONDS_PER_WEEK;
  const gapTo = gap === undefined ? endsAt : gapFrom + gap.weeks * MILLISECONDS_PER_WEEK;
  const midnight = Math.floor(startAt / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY;
  const usual = usualMinutes(plan, chance);
  const planned: PlannedSitting[] = [];
  let hasMissed = false;
  // One week more than was asked for: the first is cut where the practice starts in the middle of a day.
  for (let week = 0; week <= weeks; week += 1) {
    for (const minutes of usual) {
      const late = LATE_MINUTES * chance.normal();
      const drawn = chance.uniform();
      const startsAt = Math.round(
        midnight + week * MILLISECONDS_PER_WEEK + (minutes + late) * MILLISECONDS_PER_MINUTE,
      );
      if (startsAt < startAt || startsAt >= endsAt || (startsAt >= gapFrom && startsAt < gapTo)) continue;
      hasMissed = drawn < (hasMissed ? missedShare + MISSED_AFTER_MISSED * (1 - missedShare) : missedShare);
      if (!hasMissed)
        planned.push({ startsAt, mustEndBy: startsAt < gapFrom ? Math.min(gapFrom, endsAt) : endsAt });
    }
  }
  return planned.sort((a, b) => a.startsAt - b.startsAt);
}

/** Minutes after the week's first midnight, in order. */
function usualMinutes(
  { sittingsAWeek, timeOfDayMinutes }: SimulationPlan,
  chance: Random,
): readonly number[] {
  const sittings = Math.max(0, Math.min(MOST_SITTINGS_A_WEEK, Math.round(sittingsAWeek)));
  const days = [0, 1, 2, 3, 4, 5, 6];
  for (let last = days.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [days[last], days[other]] = [days[other] ?? 0, days[last] ?? 0];
  }
  return days
    .flatMap((day, place) => {
      const onDay = Math.floor(sittings / 7) + (place < sittings % 7 ? 1 : 0);
      return Array.from(
        { length: onDay },
        (_, turn) => day * 1440 + timeOfDayMinutes + (turn * WAKING_MINUTES) / onDay,
      );
    })
    .sort((a, b) => a - b);
}
