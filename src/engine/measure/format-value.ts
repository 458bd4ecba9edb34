import type { Measure } from './measure.ts';

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

/** The unit after a number; a rate says per what, unless the learner's own words already do. */
export function unitWords({ kind, unit }: Kinded): string {
  if (kind !== 'rate') return unit;
  return /minute|\/\s*min|\bmin\b|\b[wbc]pm\b/i.test(unit) ? unit : `${unit} a minute`;
}

function withUnit(text: string, measure: Kinded): string {
  const unit = unitWords(measure).trim();
  return unit === '' ? text : `${text} ${unit}`;
}

/** A value as a person reads it: 0:42, 68%, 6.8, "23 catches", "71 words a minute", "held". */
export function formatValue(measure: Kinded, value: number): string {
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
      return withUnit(plainNumber(value, sensibleDigits(value)), measure);
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
      return unit === '' ? 'rating, 0 to 10' : `${unit}, 0 to 10`;
    case 'pass':
      return 'held or not yet';
    default:
      return unit === '' ? measure.kind : unit;
  }
}

/** Two figures that matter: a difference is an estimate, and more would claim more than it knows. */
function differenceDigits(size: number): number {
  if (size >= 10) return 0;
  return size >= 1 ? 1 : 2;
}

/** "1 second" but "0.8 seconds" and "2 seconds". */
function counted(text: string, unit: string): string {
  return `${text} ${unit}${text === '1' ? '' : 's'}`;
}

/** The size of a difference, without a sign: "4 catches", "12 seconds", "6 percentage points", "0.8 points". */
export function formatAmount(measure: Kinded, difference: number): string {
  const size = Math.abs(difference);
  switch (measure.kind) {
    case 'duration':
      return size >= 60 ? clock(size) : counted(plainNumber(size, differenceDigits(size)), 'second');
    case 'proportion':
    case 'pass':
      return counted(plainNumber(size * 100, size < 0.1 ? 1 : 0), 'percentage point');
    case 'rating':
      return counted(plainNumber(size, differenceDigits(size)), 'point');
    case 'count':
    case 'rate':
    case 'score':
      return withUnit(plainNumber(size, differenceDigits(size)), measure);
    default:
      return measure.kind satisfies never;
  }
}

/** Two amounts as a span that names its unit once: "2 to 6 catches", "0.8 to 2.1 points". */
export function formatAmounts(measure: Kinded, from: number, to: number, between = 'to'): string {
  const low = formatAmount(measure, from);
  const high = formatAmount(measure, to);
  const space = low.indexOf(' ');
  const lowUnit = space < 0 ? '' : low.slice(space);
  const short = lowUnit !== '' && high.endsWith(lowUnit) ? low.slice(0, space) : low;
  return `${short} ${between} ${high}`;
}

/** Two values as a span that names its unit once: "12 to 19 catches", "0:42 to 1:03", "60% to 68%". */
export function formatRange(measure: Kinded, low: number, high: number): string {
  if (measure.kind === 'pass') return low === high ? formatValue(measure, low) : 'held and not yet';
  return `${formatTick(measure, low)} to ${formatValue(measure, high)}`;
}
