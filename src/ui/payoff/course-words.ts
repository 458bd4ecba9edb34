import { formatAmount, formatAmounts } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { takes } from '../../engine/picture/wording.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { formatDate } from '../format-day.ts';
import type { Payload } from './picture-words.ts';

type Told = NonNullable<Payload['course']>;
/** Fewer cannot show a plateau of fifty, and their span would say next to nothing. */
const FEWEST_FOR_SPAN = 25;

type Gained = Extract<Told, { readonly gain: number }>;

/** What a stretch of takes brings now; null while that cannot be told. What its span holds is said once, by `levelsNote`. */
export function courseSentence(measure: Measure, course: Told): string | null {
  if (course.kind === 'plateau')
    return `A plateau ${sinceWords(course)}: ${bringWords(measure, course)}. ${smallestWords(measure, course)}`;
  if (course.kind === 'improving') return `Gaining ${sinceWords(course)}: ${bringWords(measure, course)}.`;
  return null;
}

/** Of a plateau or a slow gain that cannot be told yet, how far it may go: "over 50 takes anything between …". */
export function courseSpan(measure: Measure, course: Told): string | null {
  if (course.kind !== 'cannot-tell' || course.n < FEWEST_FOR_SPAN) return null;
  const { stretchAttempts, low, high } = course;
  return `over ${takes(stretchAttempts)} anything ${betweenSides(measure, low, high)}`;
}

/** "over 50 takes about 4 catches better, between 1 catch worse and 9 catches better" */
function bringWords(measure: Measure, { stretchAttempts, gain, low, high }: Gained): string {
  return `over ${takes(stretchAttempts)} about ${sidedAmount(measure, gain)}, ${betweenSides(measure, low, high)}`;
}

function smallestWords(measure: Measure, { smallest }: Gained): string {
  return `Less than ${formatAmount(measure, smallest)} counts as none here.`;
}

/** Windows begin two to an octave, so that where it began is known about. */
const sinceWords = ({ sinceNumber, sinceAt }: Gained) =>
  `since about take ${countFigures(sinceNumber)}, ${formatDate(sinceAt)}`;

/** "from 2 to 6 catches better", or a side at each end. */
function betweenSides(measure: Measure, low: number, high: number): string {
  if (low > 0) return `between ${formatAmounts(measure, low, high, 'and')} better`;
  if (high < 0) return `between ${formatAmounts(measure, -high, -low, 'and')} worse`;
  return `between ${sidedAmount(measure, low)} and ${sidedAmount(measure, high)}`;
}

function sidedAmount(measure: Measure, difference: number): string {
  const amount = formatAmount(measure, difference);
  if (amount === formatAmount(measure, 0)) return 'no change';
  return `${amount} ${difference > 0 ? 'better' : 'worse'}`;
}

const SIDES = {
  better: 'came out better than was forecast of them',
  worse: 'came out below what was forecast of them',
  elsewhere: 'lay elsewhere than was forecast of them',
} as const;

/** "From take 61, 3 May 2026, takes came out better than was forecast of them; seen with take 66, from 6 takes." */
export function shiftSentence({
  number,
  at,
  n,
  seenNumber,
  direction,
}: NonNullable<Payload['shifts']>[number]): string {
  const from = `from take ${countFigures(number)}, ${formatDate(at)}, takes ${SIDES[direction]}`;
  return `${sentenceCase(from)}; seen with take ${countFigures(seenNumber)}, from ${takes(n)}.`;
}
