import { type Probability, probability } from '../units.ts';
import { dayNumber, type LocalDay, mondayOf } from './local-day.ts';
import { type Pause, pausedDaysBetween, pausedSince } from './pause.ts';

/** Four whole weeks, so that every day of the week weighs the same and one day weighs 1/28. */
export const CONSISTENCY_DAYS = 28;
/** Of one day in twenty a single miss takes a twentieth at most; a weekly rhythm has then come round nearly three times. */
export const CONSISTENCY_NEEDS_DAYS = 20;

export type ConsistencyInput = {
  readonly today: LocalDay;
  /** The day on which the practice began; days before it do not count. */
  readonly startedDay: LocalDay;
  /** Days on which a session began, in any order, each as often as it likes. */
  readonly keptDays: readonly LocalDay[];
  readonly pauses: readonly Pause[];
  /** 0 to 6, the learner's choice. */
  readonly reserveAWeek: number;
};

export type Consistency =
  | { readonly kind: 'too-few-days'; readonly have: number; readonly need: number }
  | {
      readonly kind: 'consistency';
      /** (kept + reserve) / n: one more day without a sitting takes at most 1/n away, and never more than 5%. */
      readonly share: Probability;
      /** Days counted, at most 28. */
      readonly n: number;
      readonly kept: number;
      readonly reserve: number;
      /** Days left out after the first that counts, up to today. */
      readonly paused: number;
    };

/**
 * The share of the last 28 unpaused days that were kept or in reserve. Today counts once it is kept, since it is not over.
 * Of each calendar week, Monday to Sunday, the first `reserveAWeek` days without a sitting are in reserve, paused days and
 * those before the beginning not among them. So what is true of a day stays true however the 28 days move on.
 */
export function consistency(input: ConsistencyInput): Consistency {
  const record = recordOf(input);
  const days = countedDays(record);
  const n = days.length;
  if (n < CONSISTENCY_NEEDS_DAYS) return { kind: 'too-few-days', have: n, need: CONSISTENCY_NEEDS_DAYS };
  const kept = days.filter((day) => record.kept.has(day)).length;
  const reserve = days.filter((day) => !record.kept.has(day) && isReserve(record, day)).length;
  const paused = pausedDaysBetween(record.pauses, days.at(-1) ?? record.today, record.today + 1);
  return { kind: 'consistency', share: probability((kept + reserve) / n), n, kept, reserve, paused };
}

type DayRecord = Pick<ConsistencyInput, 'pauses' | 'reserveAWeek'> & {
  readonly today: number;
  readonly started: number;
  readonly kept: ReadonlySet<number>;
};

function recordOf({ today, startedDay, keptDays, pauses, reserveAWeek }: ConsistencyInput): DayRecord {
  const kept = new Set(keptDays.map(dayNumber));
  return { today: dayNumber(today), started: dayNumber(startedDay), kept, pauses, reserveAWeek };
}

/** Newest first. A pause is stepped over whole, however long it was. */
function countedDays({ today, started, kept, pauses }: DayRecord): readonly number[] {
  const days: number[] = [];
  let day = kept.has(today) ? today : today - 1;
  while (day >= started && days.length < CONSISTENCY_DAYS) {
    const since = pausedSince(pauses, day);
    if (since === null) days.push(day);
    day = (since ?? day) - 1;
  }
  return days;
}

/** Whether fewer days without a sitting came before it in its week than there are days in reserve. */
function isReserve({ started, kept, pauses, reserveAWeek }: DayRecord, day: number): boolean {
  let before = 0;
  for (let earlier = Math.max(mondayOf(day), started); earlier < day; earlier += 1) {
    if (!kept.has(earlier) && pausedSince(pauses, earlier) === null) before += 1;
  }
  return before < reserveAWeek;
}
