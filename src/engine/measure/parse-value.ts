import { formatTick } from './format-value.ts';
import { BOUNDS, type Bounds, type MeasureKind, type ValueFault, valueFault } from './measure.ts';

/** `ambiguous`: "1,234" may be a thousand or a fraction, and guessing would falsify a record. */
export type ParseFault = 'empty' | 'not-a-time' | 'not-yes-or-no' | 'ambiguous' | ValueFault;

export type ParsedValue =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'fault'; readonly fault: ParseFault };

const LONGEST_TEXT = 40;
const YES = new Set(['yes', 'y', 'true', 'pass', 'passed', 'held', 'done', '1', '✓']);
const NO = new Set(['no', 'n', 'false', 'fail', 'failed', 'not yet', 'missed', '0', '✗']);

/** What a person typed or a file holds, as a value of the kind: "1:03", "63.4 s", "68%", "7,5", "yes". Never throws. */
export function parseValue(kind: MeasureKind, text: string): ParsedValue {
  if (text.length > LONGEST_TEXT) return { kind: 'fault', fault: 'not-a-number' };
  const clean = text.normalize('NFKC').replaceAll('−', '-').trim().toLowerCase();
  if (clean === '') return { kind: 'fault', fault: 'empty' };
  const parsed = parseKind(kind, clean);
  if (parsed.kind === 'fault') return parsed;
  const fault = valueFault(kind, parsed.value);
  return fault === null ? parsed : { kind: 'fault', fault };
}

function parseKind(kind: MeasureKind, text: string): ParsedValue {
  switch (kind) {
    case 'pass':
      if (YES.has(text)) return { kind: 'value', value: 1 };
      return NO.has(text) ? { kind: 'value', value: 0 } : { kind: 'fault', fault: 'not-yes-or-no' };
    case 'duration':
      return parseDuration(text);
    case 'proportion':
      return parseProportion(text);
    default:
      return parseNumber(text, kind === 'count');
  }
}

/** Decimal point or decimal comma; thousands with either, with spaces or with an apostrophe. */
function parseNumber(text: string, isWhole = false): ParsedValue {
  const plain = text.replace(/(\d)[ '’](?=\d{3}(\D|$))/g, '$1');
  const form = readSeparators(plain, isWhole);
  if (form === 'ambiguous') return { kind: 'fault', fault: 'ambiguous' };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/.test(form)) return { kind: 'fault', fault: 'not-a-number' };
  return { kind: 'value', value: Number(form) };
}

/** The number with a decimal point and nothing else, as far as its separators can be told apart. */
function readSeparators(text: string, isWhole: boolean): string | 'ambiguous' {
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  const grouped = (separator: ',' | '.') =>
    new RegExp(`^[+-]?[1-9]\\d{0,2}(\\${separator}\\d{3})+(?=$|[^\\d\\${separator}])`).test(text);
  if (commas > 0 && points > 0) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    const thousands = decimal === '.' ? ',' : '.';
    if (!grouped(thousands) || text.split(decimal).length > 2) return text;
    return text.replaceAll(thousands, '').replace(',', '.');
  }
  if (commas > 1) return grouped(',') ? text.replaceAll(',', '') : text;
  if (points > 1) return grouped('.') ? text.replaceAll('.', '') : text;
  if (commas === 1 && grouped(',')) return isWhole ? text.replace(',', '') : 'ambiguous';
  return text.replace(',', '.');
}

/** "68%" and "0.68" and "17/25"; a bare 68 is out of bounds rather than guessed to be per cent. */
function parseProportion(text: string): ParsedValue {
  const ratio = /^(\d+)\s*\/\s*(\d+)$/.exec(text);
  if (ratio !== null) {
    const whole = Number(ratio[2]);
    return whole === 0
      ? { kind: 'fault', fault: 'not-a-number' }
      : { kind: 'value', value: Number(ratio[1]) / whole };
  }
  if (!text.endsWith('%')) return parseNumber(text);
  const parsed = parseNumber(text.slice(0, -1).trim());
  return parsed.kind === 'fault' ? parsed : { kind: 'value', value: parsed.value / 100 };
}

/** Seconds from "63", "63.4 s", "1:03", "1:02:03", "1 min 3 s", "2h". */
function parseDuration(text: string): ParsedValue {
  if (text.includes(':')) return parseClock(text);
  const spelled =
    /^(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d[\d.,]*)\s*s(?:ec(?:ond)?s?)?)?$/;
  const parts = spelled.exec(text);
  if (parts === null) return parseNumber(text);
  const [, hours = '0', minutes = '0', written = '0'] = parts;
  // With its unit a number is read as it is without: "1,234 s" is no less ambiguous than "1,234".
  const seconds = parseNumber(written);
  if (seconds.kind === 'fault') return seconds;
  return { kind: 'value', value: Number(hours) * 3600 + Number(minutes) * 60 + seconds.value };
}

function parseClock(text: string): ParsedValue {
  const parts = /^(?:(\d+):)?(\d{1,4}):(\d{2}(?:[.,]\d+)?)$/.exec(text);
  if (parts === null) return { kind: 'fault', fault: 'not-a-time' };
  const [, hours, minutes = '0', seconds = '0'] = parts;
  const wholeSeconds = Number(seconds.replace(',', '.'));
  if (wholeSeconds >= 60 || (hours !== undefined && Number(minutes) >= 60)) {
    return { kind: 'fault', fault: 'not-a-time' };
  }
  return { kind: 'value', value: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + wholeSeconds };
}

const SHARE_WORDS = 'not between 0 and 1, or 0% and 100%';

/** "10", "24:00:00", "1,000,000,000,000"; a pass is written as 0 or 1 here. */
function limitWords(kind: MeasureKind, end: keyof Bounds): string {
  return formatTick({ kind: kind === 'pass' ? 'count' : kind, unit: '' }, BOUNDS[kind][end]);
}

/** Why a text was refused and what would be taken, as the end of a sentence: "line 12: ...". */
export function parseFaultWords(kind: MeasureKind, fault: ParseFault): string {
  switch (fault) {
    case 'empty':
      return 'there is no value';
    case 'not-a-time':
      return 'not a time; write 1:03, 1:02:03 or 63 s';
    case 'not-yes-or-no':
      return 'not a yes or no; write yes or no, pass or fail, 1 or 0';
    case 'ambiguous':
      return 'a comma before three digits may mean thousands or decimals; write 1234 or 1.234';
    case 'not-a-number':
      return kind === 'duration' ? 'not a time; write 1:03, 1:02:03 or 63 s' : 'not a number';
    case 'not-whole':
      return 'not a whole number';
    case 'below-bounds':
      return kind === 'proportion' ? SHARE_WORDS : `below ${limitWords(kind, 'min')}, the least it can be`;
    case 'above-bounds':
      return kind === 'proportion' ? SHARE_WORDS : `above ${limitWords(kind, 'max')}, the most it can be`;
    default:
      return fault satisfies never;
  }
}
