import { MEASURE_KINDS, type MeasureKind, valueFault } from '../../engine/measure/measure.ts';
import { parseFaultWords, parseValue } from '../../engine/measure/parse-value.ts';

/** What was asked for cannot be done: one sentence that says what to write instead. */
export class OptionFault extends Error {}

/** Which way is good; a range is better the nearer it is. */
export type Better = 'up' | 'down' | { readonly low: number; readonly high: number };

export function readKind(text: string): MeasureKind {
  const kind = MEASURE_KINDS.find((one) => one === text);
  if (kind === undefined) throw new OptionFault(`--kind is one of ${MEASURE_KINDS.join(', ')}.`);
  return kind;
}

const WITHIN = /^within:(.+?)\.\.(.+)$/;

export function readBetter(text: string): Better {
  if (text === 'higher') return 'up';
  if (text === 'lower') return 'down';
  const [, from = '', to = ''] = WITHIN.exec(text) ?? [];
  const [low, high] = [numberOf(from), numberOf(to)];
  if (low === null || high === null || low > high)
    throw new OptionFault('--better is higher, lower or a range such as within:4..6.');
  return { low, high };
}

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** A number as programs write it; null for anything else. */
export function numberOf(text: string): number | null {
  const number = PLAIN_NUMBER.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** A value of the kind, or why the text is none. */
export function readValue(kind: MeasureKind, text: string): number | string {
  const plain = numberOf(text);
  if (plain !== null && valueFault(kind, plain) === null) return plain;
  const parsed = parseValue(kind, text);
  if (parsed.kind === 'value') return parsed.value;
  return `“${text.slice(0, 40)}” is no ${kind}: ${parseFaultWords(kind, parsed.fault)}`;
}

const MOST_ORIGINS = 1_000;
const MOST_WINDOWS = 100;
const MOST_AHEAD = 100_000;

/** "20,50,100", ascending and each once. */
export function readOrigins(text: string): readonly number[] {
  const origins = text.split(',').map((one) => wholeOf(one));
  if (origins.length > MOST_ORIGINS || origins.some((one) => one === null))
    throw new OptionFault('--origins are counts of attempts, from 1 up, such as 20,50,100.');
  return [...new Set(origins.flatMap((one) => one ?? []))].sort((a, b) => a - b);
}

export type NamedWindow = { readonly name: string; readonly from: number; readonly to: number };

/** "1:1,1:10,91:100": attempts from now, 1 the next, both ends in it. */
export function readWindows(text: string): readonly NamedWindow[] {
  const names = text.split(',').map((name) => name.trim());
  const windows = names.map((name) => {
    const [from, to, more] = name.split(':').map(wholeOf);
    if (from == null || to == null || more !== undefined || from > to || to > MOST_AHEAD) return null;
    return { name, from, to };
  });
  const read = windows.flatMap((window) => window ?? []);
  if (read.length < names.length || names.length > MOST_WINDOWS)
    throw new OptionFault('--windows are attempts ahead, from and to, such as 1:1,1:10,91:100.');
  return read;
}

/** A whole number from 1 up; null for anything else. */
export function wholeOf(text: string): number | null {
  const number = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 ? number : null;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;
const ISO_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;
/** Ten thousand years, near the last date that there is; in milliseconds. */
const LATEST = 8e15;

/** ISO 8601, without a zone in UTC, or a number of seconds; milliseconds since 1970, null where it is neither. */
export function readTime(text: string): number | null {
  const seconds = numberOf(text);
  const iso = text.trim().replace(' ', 'T');
  if (seconds === null && !ISO_DAY.test(iso)) return null;
  const at =
    seconds === null
      ? Date.parse(iso.includes('T') && !ISO_ZONE.test(iso) ? `${iso}Z` : iso)
      : seconds * 1000;
  return Number.isFinite(at) && Math.abs(at) <= LATEST ? at : null;
}

/** What `--at` says, milliseconds since 1970; null where it was not given. */
export function whenOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const at = readTime(text);
  if (at === null) throw new OptionFault('--at is written as 2026-11-21T18:30:00Z or in seconds.');
  return at;
}

/** What `--least` says, between 0 and 1. */
export function leastOf(text: string | undefined, usual: number): number {
  const least = text === undefined ? usual : numberOf(text);
  if (least === null || least <= 0 || least >= 1)
    throw new OptionFault(`--least lies between 0 and 1, such as ${usual}.`);
  return least;
}
