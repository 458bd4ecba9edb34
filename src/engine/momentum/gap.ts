import { countWords } from '../picture/count-words.ts';
import { GAP_DAYS } from '../picture/gap-days.ts';
import { sentenceCase } from '../sentence-case.ts';
import { dayNumber, type LocalDay } from './local-day.ts';
import { type Pause, pausedDaysBetween } from './pause.ts';

/**
 * Over a fortnight, paused days not counted, practice begins softly: the same fortnight after which the chart draws
 * blank paper and the end of a session speaks of a gap, so that a person is never told two things.
 */
export const COMEBACK_AFTER_DAYS = GAP_DAYS;
/** Longer ago, the count of days tells nothing more. */
const DAYS_COUNTED = 60;

export type Gap =
  | { readonly kind: 'no-sitting-yet' }
  | {
      readonly kind: 'gap';
      /** Calendar days since the day of the last sitting: 0 is today, 1 yesterday. */
      readonly days: number;
      /** How many of the days between were paused. */
      readonly pausedDays: number;
      readonly isComeback: boolean;
    };

export type GapInput = {
  readonly today: LocalDay;
  /** The day on which the last sitting of any practice began; null where there was none. */
  readonly lastDay: LocalDay | null;
  readonly pauses: readonly Pause[];
};

/** How long ago the last sitting was, and whether today is a comeback. A day that has not come yet counts as today. */
export function findGap({ today, lastDay, pauses }: GapInput): Gap {
  if (lastDay === null) return { kind: 'no-sitting-yet' };
  return gapBetween(dayNumber(lastDay), dayNumber(today), pauses);
}

/** The same between two numbered days. */
export function gapBetween(
  lastDay: number,
  today: number,
  pauses: readonly Pause[],
): Extract<Gap, { kind: 'gap' }> {
  const days = Math.max(0, today - lastDay);
  const pausedDays = pausedDaysBetween(pauses, lastDay, today);
  return { kind: 'gap', days, pausedDays, isComeback: days - pausedDays > COMEBACK_AFTER_DAYS };
}

/** "Eleven days since your last take."; on a comeback also what today begins with. A gap is told and not judged. */
export function gapSentence(gap: Gap): string {
  if (gap.kind === 'no-sitting-yet') return 'No take yet. Where you start is measured by doing.';
  return gap.isComeback ? `${sinceSentence(gap)} Today starts with the easy one.` : sinceSentence(gap);
}

function sinceSentence({ days, pausedDays }: Extract<Gap, { kind: 'gap' }>): string {
  if (days === 0) return 'Your last take was today.';
  if (days === 1) return 'Your last take was yesterday.';
  const isLong = days > DAYS_COUNTED;
  const since = `${isLong ? 'A good while' : `${sentenceCase(countWords(days))} days`} since your last take`;
  if (pausedDays === 0) return `${since}.`;
  return isLong ? `${since}, some of it paused.` : `${since}, ${countWords(pausedDays)} of them paused.`;
}
