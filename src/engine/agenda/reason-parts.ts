import { countWords } from '../picture/count-words.ts';
import type { Reason } from './plan.ts';

/** Longer ago, the count of days tells nothing more. */
export const DAYS_COUNTED = 60;
/** Enough to recognise a line by. */
const MOST_LETTERS = 120;

export type ReasonOf<Kind> = Extract<Reason, { kind: Kind }>;

/** Without its time zone a moment is known to about a day, and no more is said. */
export function sinceWords({
  sinceDays,
  pausedDays,
}: Pick<ReasonOf<'due'>, 'sinceDays' | 'pausedDays'>): string {
  const days = Math.round(sinceDays);
  const since = `since the last session${pauseWords(pausedDays)}`;
  if (sinceDays < 1) return `Less than a day ${since}`;
  if (days > DAYS_COUNTED) return `A good while ${since}`;
  return `About ${days === 1 ? 'a day' : `${countWords(days)} days`} ${since}`;
}

export function pauseWords(pausedDays: number): string {
  return pausedDays === 0 ? '' : ', the pause not counted';
}

/** Rounded up to tenths, so that what is longer also reads longer: "15 minutes", "2.5 minutes". */
export function minutesWords(minutes: number): string {
  const tenths = Math.ceil(minutes * 10 - 1e-9) / 10;
  return Number.isInteger(tenths) ? countOfMinutes(tenths) : `${tenths} minutes`;
}

export function countOfMinutes(minutes: number): string {
  return `${countWords(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

/** A title or a line in one piece and not too long, cut at a word where it has any. */
export function quoted(text: string): string {
  const letters = [...text.trim().replaceAll(/\s+/gu, ' ')];
  if (letters.length <= MOST_LETTERS) return `“${letters.join('')}”`;
  const cut = letters.slice(0, MOST_LETTERS).join('');
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut} …”`;
}
