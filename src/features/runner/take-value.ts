import { formatValue } from '../../engine/measure/format-value.ts';
import { type MeasureKind, valueFault } from '../../engine/measure/measure.ts';
import { parseFaultWords, parseValue } from '../../engine/measure/parse-value.ts';
import type { Payoff } from '../practice/contract.ts';
import type { CurrentTake } from './running-session.ts';

type Measured = Pick<Payoff, 'kind' | 'unit'>;

/** What the take would be logged as, if it ended now: a value, nothing yet, or why what was typed cannot be one. */
export type TakeValue =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly words: string };

const NONE: TakeValue = { kind: 'none' };

/** `seconds`: how long the take's clock has run, for what is counted per minute. */
export function takeValue(measure: Measured, current: CurrentTake, seconds: number): TakeValue {
  const { hits, misses, typed } = current;
  if (typed !== null) return typedValue(measure.kind, typed, seconds);
  switch (measure.kind) {
    case 'count':
      return checked(measure.kind, hits);
    case 'rate':
      return perMinute(hits, seconds);
    case 'proportion':
      return hits + misses === 0 ? NONE : checked(measure.kind, hits / (hits + misses));
    case 'duration':
      return seconds === 0 ? NONE : checked(measure.kind, tenths(seconds));
    case 'rating':
    case 'pass':
    case 'score':
      return NONE;
    default:
      return measure.kind satisfies never;
  }
}

function typedValue(kind: MeasureKind, typed: string, seconds: number): TakeValue {
  if (typed.trim() === '') return NONE;
  // Where the clock has run it knows the minutes and the count is typed; where another clock did, the rate itself.
  const isCounted = kind === 'rate' && seconds > 0;
  const parsed = parseValue(isCounted ? 'count' : kind, typed);
  if (parsed.kind === 'fault') return { kind: 'fault', words: parseFaultWords(kind, parsed.fault) };
  return isCounted ? perMinute(parsed.value, seconds) : parsed;
}

/** A value that rounds to what the clock shows, so that nobody is told another than they saw. */
export function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

/** Under a second there is no rate worth the name. */
function perMinute(count: number, seconds: number): TakeValue {
  return seconds < 1 ? NONE : checked('rate', Math.round((count * 6000) / seconds) / 100);
}

function checked(kind: MeasureKind, value: number): TakeValue {
  return valueFault(kind, value) === null ? { kind: 'value', value } : NONE;
}

/** "Logged 7 catches." The verb is that of the button. */
export function loggedWords(measure: Measured, value: number | null): string {
  return value === null ? 'Logged without a score.' : `Logged ${shownValue(measure, value)}.`;
}

/** "Log 7 catches" */
export function logWords(measure: Measured, value: number): string {
  return `Log ${shownValue(measure, value)}`;
}

function shownValue(measure: Measured, value: number): string {
  return formatValue(measure, value);
}
