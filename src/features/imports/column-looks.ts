import { parseValue } from '../../engine/measure/parse-value.ts';
import { hourOfClock, looksLikeDate, looksLikeTime } from './written-time.ts';

export type SampledColumn = { readonly name: string; readonly samples: readonly string[] };

/** Of the filled cells of a column, before it counts as holding times or numbers. */
export const MOSTLY = 0.9;
/** The same, where its name says it already. */
export const FAULTY = 0.5;
/** More levels than this are told apart by nobody. */
const LEVELS_AT_MOST = 12;
const LONGEST_LEVEL = 24;
const WORDS_A_LEVEL = 3;
/** Hours at which most people are awake: a column called only “time” that has few of them holds durations. */
const FIRST_HOUR_AWAKE = 6;
const YEARS = { first: 1900, last: 2199 };

/** “finalScore” and “final_score” as “final score”, so that each word of a name is found. */
export function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[_.\s-]+/g, ' ')
    .trim()
    .toLowerCase();
}

export const filled = ({ samples }: SampledColumn) => samples.filter((cell) => cell.trim() !== '');

export function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

const isNumber = (cell: string) => parseValue('score', cell).kind === 'value';

export function isNumeric(column: SampledColumn): boolean {
  return share(filled(column), isNumber) >= MOSTLY;
}

export function holdsTimes(column: SampledColumn, least = MOSTLY): boolean {
  return share(filled(column), looksLikeTime) >= least;
}

/** Dates, and no time of day with them; cells that are no time at all do not count. */
export function holdsDates(column: SampledColumn): boolean {
  return share(column.samples.filter(looksLikeTime), looksLikeDate) >= MOSTLY;
}

const START_NAME = /\b(start(ed)?|starts|begin|began|begun|at|when|hour|clock|time of (the )?day)\b/;
const SPAN_NAME = /\b(taken|spent|used|elapsed|duration|total|best|lap|split|per)\b/;

/**
 * Clock times at which something began, by their name and by how they look: 18:05 may also be eighteen minutes and five
 * seconds. Where the file has no header, the look decides alone.
 */
export function holdsTimesOfDay(column: SampledColumn): boolean {
  const name = wordsOf(column.name);
  const cells = filled(column);
  const isNamed = START_NAME.test(name) || /\btime\b|^column \d+$/.test(name);
  if (!isNamed || SPAN_NAME.test(name) || isLaterMoment(column)) return false;
  // Its name says it, so that half of the cells may be wrong: their rows say what is the matter.
  if (share(cells, isClock) < FAULTY || share(cells, (cell) => /\d[.,]\d/.test(cell)) >= FAULTY) return false;
  return START_NAME.test(name) || share(cells.filter(isClock), isAwake) >= 0.5;
}

const isClock = (cell: string) => hourOfClock(cell) !== null;
const isAwake = (cell: string) => (hourOfClock(cell) ?? 0) >= FIRST_HOUR_AWAKE;

function holdsClocks(column: SampledColumn): boolean {
  return share(filled(column), isClock) >= MOSTLY;
}

/** Clock times that are hardly how long something took: nothing of what is practised takes from morning to evening. */
export function areHardlyDurations(column: SampledColumn): boolean {
  const name = wordsOf(column.name);
  const isDaytime = (cell: string) => isAwake(cell) && /:\d\d:/.test(cell);
  return (
    holdsClocks(column) &&
    (START_NAME.test(name) || isLaterMoment(column) || share(filled(column), isDaytime) >= 0.5)
  );
}

/** By its name the end of something, or when it was written down. */
export const isLaterMoment = (column: SampledColumn) =>
  /\b(end(ed)?|ends|finish(ed)?|stop(ped)?|until|created|updated|modified|exported)\b/.test(
    wordsOf(column.name),
  );

const ID_NAME = /(^|\s)(ids?|uuid|guid|key|hash|url|link)$/;

/** Names the row, the text or the person, and measures nothing. */
export function isNamedId({ name }: SampledColumn): boolean {
  return ID_NAME.test(wordsOf(name)) || /(^|\s)(index|idx|row|line|no|nr|number)$|#$/.test(wordsOf(name));
}

/** An id for sure; a column called “number” may also be a number of something. */
export function isId(column: SampledColumn): boolean {
  return ID_NAME.test(wordsOf(column.name)) || (isNamedId(column) && isRunning(column));
}

/** Whole numbers that only rise, or only fall, from row to row: of the rows rather than of what was done. */
export function isRunning(column: SampledColumn): boolean {
  const numbers = wholeNumbers(column);
  if (numbers === null || numbers.length < 3) return false;
  const steps = stepsOf(numbers);
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

/** The year of each row, in a column of its own. */
export function holdsYears(column: SampledColumn): boolean {
  const numbers = wholeNumbers(column);
  if (numbers === null || numbers.some((year) => year < YEARS.first || year > YEARS.last)) return false;
  return /\byears?\b/.test(wordsOf(column.name)) || stepsOf(numbers).every((step) => Math.abs(step) <= 1);
}

function wholeNumbers(column: SampledColumn): number[] | null {
  const numbers = filled(column).map(Number);
  return numbers.length > 0 && numbers.every(Number.isInteger) ? numbers : null;
}

const stepsOf = (numbers: readonly number[]) =>
  numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));

export function isVarying(column: SampledColumn): boolean {
  return new Set(filled(column).map((cell) => cell.trim())).size > 1;
}

/** A few short words or small numbers that come again and again, and not the same in every row. */
export function looksLikeCondition(column: SampledColumn): boolean {
  const cells = filled(column).map((cell) => cell.trim());
  const levels = new Set(cells);
  // A cell that is left empty says something too: “with music” in some rows only.
  const states = levels.size + (cells.length < column.samples.length ? 1 : 0);
  if (states < 2 || isNamedId(column) || isRunning(column) || holdsYears(column)) return false;
  // Of three rows nobody can tell: two words among them may be what was varied, two numbers anything.
  const most = Math.max(isNumeric(column) ? 0 : 2, Math.floor(cells.length / 2));
  const isFew = levels.size < cells.length && levels.size <= Math.min(most, LEVELS_AT_MOST);
  return isFew && [...levels].every(isLevel);
}

function isLevel(cell: string): boolean {
  const isShort = cell.length <= LONGEST_LEVEL && cell.split(/\s+/).length <= WORDS_A_LEVEL;
  return isShort && !looksLikeTime(cell) && hourOfClock(cell) === null && !/:\/\/|@/.test(cell);
}
