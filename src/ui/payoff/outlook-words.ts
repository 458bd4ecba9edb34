import { formatFromTo, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import type { Reach } from '../../engine/outlook/outlook.ts';
import { countFigures, countWords } from '../../engine/picture/count-words.ts';
import { betweenShares, betweenWords, levelWords } from '../../engine/picture/wording.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { MILLISECONDS_PER_DAY, probability } from '../../engine/units.ts';
import { formatDate, formatDays } from '../format-day.ts';
import type { Payload } from './picture-words.ts';

type Told = NonNullable<Payload['outlook']>;
type Ahead = Extract<Told, { readonly nextTen: object }>['nextTen'];

/** Farther off, a date would pretend to know; it is told in takes. */
const FARTHEST_DAYS = 730;
const TAKES_IN_A_ROW = 25;

/**
 * Where it is heading, never without how sure that is; and when the target is likely to be reached at the learner's pace, if that
 * can be said. `lastAt`: when the latest take was made; nobody asks when what is met will be reached.
 */
export function outlookSentences(
  measure: Measure,
  outlook: Told,
  { lastAt, isMet = false }: { readonly lastAt: number; readonly isMet?: boolean },
): readonly string[] {
  if (outlook.kind === 'too-few-attempts') {
    const more = outlook.need - outlook.have;
    return [`Too early to say: ${countWords(more)} more ${more === 1 ? 'take' : 'takes'} first.`];
  }
  const { level, n, reach, pacePerDay } = outlook;
  const rest = `From ${countFigures(n)} takes, the last on ${formatDate(lastAt)}.`;
  const next = `The next ten takes: ${nextWords(measure, outlook.nextTen, levelWords(probability(level)))}. ${rest}`;
  return reach === null || isMet ? [next] : [next, reachSentence(measure, reach, { lastAt, pacePerDay })];
}

function nextWords(measure: Measure, { mean, low, high }: Ahead, sure: string): string {
  if (measure.kind === 'pass') {
    return `about ${Math.round(mean * 100)}% of them hold, ${sure} ${betweenShares({ low, high })}`;
  }
  return `about ${formatValue(measure, mean)} on the whole, ${sure} ${betweenWords(measure, low, high)}`;
}

type Pace = { readonly lastAt: number; readonly pacePerDay: number | null };

function reachSentence(
  measure: Measure,
  reach: Pick<Reach, 'early' | 'middle' | 'late' | 'most'> & { readonly probability: number },
  pace: Pace,
): string {
  const bound = measure.target.low ?? measure.target.high ?? 0;
  const what = `${TAKES_IN_A_ROW} takes in a row that come to ${formatValue(measure, bound)} on the whole`;
  const { early, middle, late, most } = reach;
  if (early !== null && late !== null)
    return `${sentenceCase(what)}: four in five ${spanWords(early, late, pace)}.`;
  if (middle !== null) return `${sentenceCase(what)}: as likely as not ${byWords(middle, pace)}.`;
  return `${sentenceCase(what)}: ${chanceWords(reach.probability)} within the next ${countFigures(most)}. That is too far off to date.`;
}

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
