import type { Measure } from './measure.ts';
import { singularUnit } from './singular-unit.ts';

type Kinded = Pick<Measure, 'kind' | 'unit'>;

/** Rounds to `digits` decimals and drops trailing zeros; a true minus sign; commas from ten thousand up. */
function plainNumber(value: number, digits: number): string {
  const rounded = Math.abs(value).toFixed(digits);
  const trimmed = rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded;
  const [whole = '0', fraction] = trimmed.split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Three figures that matter; whole numbers are never shortened. */
function sensibleDigits(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 100) return 0;
  if (size >= 10) return 1;
  return size >= 1 ? 2 : 3;
}

/** 0:42, 1:03.4, 1:02:05; hundredths under ten seconds, tenths under ten minutes, where there are any. */
function clock(seconds: number): string {
  const size = Math.abs(seconds);
  const digits = size < 10 ? 2 : size < 600 ? 1 : 0;
  // Rounded before it is taken apart, or 59.96 would read 0:60.
  const scale = 10 ** digits;
  const units = Math.round(size * scale);
  const total = Math.floor(units / scale);
  const fraction =
    digits === 0
      ? ''
      : String(units % scale)
          .padStart(digits, '0')
          .replace(/0+$/, '');
  const pair = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  const head = hours > 0 ? `${hours}:${pair(minutes)}` : String(minutes);
  const sign = seconds < 0 && units > 0 ? '−' : '';
  return `${sign}${head}:${pair(total % 60)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Whole per cent, with one decimal in the outer tenths, where 97 and 98.5 are worlds apart. */
function percent(share: number): string {
  const value = share * 100;
  return `${plainNumber(value, value < 10 || value > 90 ? 1 : 0)}%`;
}

/** "words per hour", "km/h", "reps in ten seconds", "beats/min", "wpm", "Hz": what names its time by itself. */
const NAMES_TIME = new RegExp(
  [
    'minute|\\bmins?\\b',
    '(?:/|\\bper)\\s*[sh]\\b',
    '(?:/|\\b(?:an?|per|each|every|in)\\s(?:\\S+\\s)?)\\s*(?:sec|second|hr|hour|day|week|month|year)s?\\b',
    '\\b(?:[bcrsw]pm|[bcf]ps|[km]ph|k?hz|hourly|daily|weekly)\\b',
  ].join('|'),
  'i',
);

/** The unit after a number; a rate says per what, unless the learner's own words already do. */
export function unitWords({ kind, unit }: Kinded): string {
  return kind !== 'rate' || NAMES_TIME.test(unit) ? unit : `${unit} a minute`;
}

/** "23 catches", "1 catch"; where the unit of one is not sure, "1 (loops agreed)". `isSpan`: the end of "0 to 1 catches". */
function withUnit(text: string, measure: Kinded, isSpan = false): string {
  const unit = unitWords(measure).trim();
  if (unit === '') return text;
  if (isSpan || !/^−?1$/.test(text)) return `${text} ${unit}`;
  const one = singularUnit(unit);
  return one === null ? `${text} (${unit})` : `${text} ${one}`;
}

/** A value as a person reads it: 0:42, 68%, 6.8, "23 catches", "1 catch", "71 words a minute", "held". */
export function formatValue(measure: Kinded, value: number): string {
  return shownValue(measure, value, false);
}

function shownValue(measure: Kinded, value: number, isSpan: boolean): string {
  switch (measure.kind) {
    case 'duration':
      return clock(value);
    case 'proportion':
      return percent(value);
    case 'rating':
      return plainNumber(value, 1);
    case 'pass':
      if (value === 1) return 'held';
      return value === 0 ? 'not yet' : `${percent(value)} held`;
    case 'count':
    case 'rate':
    case 'score':
      return withUnit(plainNumber(value, sensibleDigits(value)), measure, isSpan);
    default:
      return measure.kind satisfies never;
  }
}

/** A value without its unit, for axes and tables, whose heading carries it: see `axisLabel`. */
export function formatTick(measure: Kinded, value: number): string {
  switch (measure.kind) {
    case 'count':
    case 'rate':
    case 'score':
      return plainNumber(value, sensibleDigits(value));
    default:
      return formatValue(measure, value);
  }
}

/** What an axis or a column counts: "catches", "words a minute", "minutes and seconds". */
export function axisLabel(measure: Kinded): string {
  const unit = unitWords(measure).trim();
  switch (measure.kind) {
    case 'duration':
      return unit === '' || /^(s|secs?|seconds?|minutes?|min)$/i.test(unit)
        ? 'minutes and seconds'
        : `${unit}, minutes and seconds`;
    case 'proportion':
      return unit === '' || unit === '%' ? 'per cent' : `${unit}, per cent`;
    case 'rating':
      if (unit === '' || /^out of (10|ten)$/i.test(unit)) return 'rating, 0 to 10';
      return /\b0 to 10$/.test(unit) ? unit : `${unit}, 0 to 10`;
    case 'pass':
      return 'held or not yet';
    default:
      return unit === '' ? measure.kind : unit;
  }
}

/** Two figures that matter: a difference is an estimate, and more would claim more than it knows. */
function differenceDigits(size: number): number {
  if (size >= 10) return 0;
  if (size >= 1) return 1;
  return size >= 0.1 ? 2 : 3;
}

/** The number of a difference, and its unit in the plural; null where a clock needs none. */
function amountParts(measure: Kinded, difference: number): readonly [text: string, unit: string | null] {
  const size = Math.abs(difference);
  switch (measure.kind) {
    case 'duration':
      return size >= 60 ? [clock(size), null] : [plainNumber(size, differenceDigits(size)), 'seconds'];
    case 'proportion':
    case 'pass':
      return [plainNumber(size * 100, size < 0.1 ? 1 : 0), 'percentage points'];
    case 'rating':
      return [plainNumber(size, differenceDigits(size)), 'points'];
    case 'count':
    case 'rate':
    case 'score':
      return [plainNumber(size, differenceDigits(size)), unitWords(measure)];
    default:
      return measure.kind satisfies never;
  }
}

/** The size of a difference, without a sign: "4 catches", "12 seconds", "6 percentage points", "0.8 points", "1 point". */
export function formatAmount(measure: Kinded, difference: number): string {
  const [text, unit] = amountParts(measure, difference);
  return unit === null ? text : withUnit(text, { kind: 'score', unit });
}

/** Two amounts as a span that names its unit once: "2 to 6 catches", "0.8 to 2.1 points". */
export function formatAmounts(measure: Kinded, from: number, to: number, between = 'to'): string {
  const [low, lowUnit] = amountParts(measure, from);
  const [high, unit] = amountParts(measure, to);
  const near = unit === lowUnit || lowUnit === null ? low : formatAmount(measure, from);
  return `${near} ${between} ${unit === null ? high : withUnit(high, { kind: 'score', unit }, true)}`;
}

/** Whether nobody could tell the two apart as they are shown: a span between them would read "5 to 5". */
export function readsSame(measure: Kinded, a: number, b: number): boolean {
  return formatValue(measure, a) === formatValue(measure, b);
}

/**
 * Two values as a span that names its unit once: "12 to 19 catches", "0:42 to 1:03", "60% to 68%", "held or not yet"; one
 * value where they read the same. Inside a sentence `formatFromTo` gets its own words right.
 */
export function formatRange(measure: Kinded, low: number, high: number): string {
  if (readsSame(measure, low, high)) return formatValue(measure, high);
  if (measure.kind === 'pass') return 'held or not yet';
  return `${formatTick(measure, low)} to ${shownValue(measure, high, true)}`;
}

/** "from 12 to 19 catches"; "at 12 catches" where both ends read the same. Passes are told by their number instead. */
export function formatFromTo(measure: Kinded, low: number, high: number): string {
  return `${readsSame(measure, low, high) ? 'at' : 'from'} ${formatRange(measure, low, high)}`;
}
