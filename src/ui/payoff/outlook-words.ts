import { formatFromTo, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures, countWords } from '../../engine/picture/count-words.ts';
import { betweenShares, betweenWords, takes } from '../../engine/picture/wording.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { MILLISECONDS_PER_DAY } from '../../engine/units.ts';
import { formatDate, formatDays } from '../format-day.ts';
import type { Payload } from './picture-words.ts';

type Told = Extract<NonNullable<Payload['outlook']>, { readonly kind: 'outlook' }>;

/** Farther off, a date would pretend to know; it is told in takes. */
const FARTHEST_DAYS = 730;
const TAKES_IN_A_ROW = 25;

/** Where it is heading, never without how far that may go. What the span holds is said once, by `levelsNote`. */
export function nextSentence(measure: Measure, { nextTen: { mean, low, high } }: Told): string {
  if (measure.kind === 'pass') {
    return `The next ten takes, if practice goes on as it has: about ${Math.round(mean * 100)}% of them hold, ${betweenShares({ low, high })}.`;
  }
  return `The next ten takes, if practice goes on as it has: about ${formatValue(measure, mean)} on the whole, ${betweenWords(measure, low, high)}.`;
}

/** What it knows, and how old that is. `lastAt`: when the latest take was made. */
export function basisSentence({ n }: Told, lastAt: number): string {
  return `What comes next is reckoned from ${takes(n)}, the last on ${formatDate(lastAt)}, and redrawn with each.`;
}

/** When the target is likely to be reached at the learner's pace, if that can be said; null where there is none. */
export function reachSentence(measure: Measure, { reach, pacePerDay }: Told, lastAt: number): string | null {
  if (reach === null) return null;
  const pace = { lastAt, pacePerDay };
  const bound = measure.target.low ?? measure.target.high ?? 0;
  const what = `${TAKES_IN_A_ROW} takes in a row that come to ${formatValue(measure, bound)} on the whole`;
  const { early, middle, late, most } = reach;
  if (early !== null && late !== null)
    return `${sentenceCase(what)}: likely ${spanWords(early, late, pace)}.`;
  if (middle !== null) return `${sentenceCase(what)}: as likely as not ${byWords(middle, pace)}.`;
  return `${sentenceCase(what)}: ${chanceWords(reach.probability)} within the next ${countFigures(most)}. That is too far off to date.`;
}

type Pace = { readonly lastAt: number; readonly pacePerDay: number | null };

function dayOf(takes: number, { lastAt, pacePerDay }: Pace): number | null {
  if (pacePerDay === null || pacePerDay <= 0) return null;
  const days = takes / pacePerDay;
  return days > FARTHEST_DAYS ? null : lastAt + days * MILLISECONDS_PER_DAY;
}

function spanWords(from: number, to: number, pace: Pace): string {
  const [first, last] = [dayOf(from, pace), dayOf(to, pace)];
  if (first !== null && last !== null) return `at your pace from ${formatDays(first, last)}`;
  return `within ${countFigures(from)} to ${countFigures(to)} takes from now`;
}

function byWords(takes: number, pace: Pace): string {
  const day = dayOf(takes, pace);
  return day === null ? `within ${countFigures(takes)} takes from now` : `at your pace by ${formatDate(day)}`;
}

/** Of ten, since no more is known. */
function chanceWords(chance: number): string {
  const ofTen = Math.round(chance * 10);
  if (chance < 0.05) return 'fewer than one chance in twenty';
  return ofTen <= 1 ? 'about one chance in ten' : `about ${countWords(ofTen)} chances in ten`;
}

type Unlikely = NonNullable<Payload['unlikely']>[number];

/** "Take 7, 10 catches, lies far from those around it, from 97 to 101 catches. Was it 100 catches?" */
export function unlikelySentence(measure: Measure, { number, value, usual, perhaps }: Unlikely): string {
  const far = `Take ${countFigures(number)}, ${formatValue(measure, value)}, lies far from those around it, ${formatFromTo(measure, usual.low, usual.high)}.`;
  return perhaps === null ? far : `${far} Was it ${formatValue(measure, perhaps)}?`;
}
