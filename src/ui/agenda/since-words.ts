import { countWords } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { formatDate } from '../format-day.ts';

const DAY_MILLISECONDS = 86_400_000;
/** Longer ago, the day says more than the count. */
const DAYS_COUNTED = 60;

/** "Eleven days since your last take." in the learner's own calendar days; nothing is made of it. */
export function sinceWords(lastAttemptAt: string | null, now: Date): string {
  if (lastAttemptAt === null) return 'No take yet. Where you start is measured by doing.';
  const days = calendarDay(now) - calendarDay(new Date(lastAttemptAt));
  if (days <= 0) return 'Your last take was today.';
  if (days === 1) return 'Your last take was yesterday.';
  if (days > DAYS_COUNTED) return `Your last take was on ${formatDate(Date.parse(lastAttemptAt))}.`;
  return `${sentenceCase(countWords(days))} days since your last take.`;
}

function calendarDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MILLISECONDS;
}
