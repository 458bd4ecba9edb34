import {
  formatAmount,
  formatAmounts,
  formatFromTo,
  formatTick,
  formatValue,
  readsSame,
} from '../measure/format-value.ts';
import { BOUNDS, type Direction, type Measure } from '../measure/measure.ts';
import { sentenceCase } from '../sentence-case.ts';
import { countFigures, countWords } from './count-words.ts';
import type { FirstSuccess } from './first-success.ts';
import { medianRank } from './order-statistics.ts';
import type { Baseline, Gain, Met, Picture, ShareEstimate } from './picture.ts';
import { middleWords, takes } from './takes-words.ts';

export { takes };

/** What an interval claims, in words of one kind, for the middle of a sentence. */
export function levelWords(level: number): string {
  if (level === 0.8) return 'four in five';
  if (level === 0.9) return 'nine in ten';
  if (level === 0.95) return 'nineteen in twenty';
  return `${Math.round(level * 1000) / 10}%`;
}

/** `once`: a screen says beside its numbers what their spans hold, and no sentence on it says so again. */
export type LevelsSaid = 'in-each' | 'once';

/** "four in five between 6 and 7", or the span alone. */
export function levelled(level: number, span: string, said: LevelsSaid): string {
  return said === 'once' ? span : `${levelWords(level)} ${span}`;
}

/** " (four in five)", or nothing. */
export function inBrackets(level: number, said: LevelsSaid): string {
  return said === 'once' ? '' : ` (${levelWords(level)})`;
}

/** Where both ends of an interval read the same. */
const ONE_VALUE = 'no more and no less';

/** "between 6.2 and 7.4", for after `levelWords`; "no more and no less" where both ends read the same. */
export function betweenWords(measure: Measure, low: number, high: number): string {
  if (readsSame(measure, low, high)) return ONE_VALUE;
  return `between ${formatTick(measure, low)} and ${formatValue(measure, high)}`;
}

/** The same for the size of a difference whose direction is said: "between 2 and 6 catches". */
export function betweenAmounts(measure: Measure, low: number, high: number): string {
  const [near = 0, far = 0] = [low, high].map((end) => Math.abs(spanned(measure, end))).sort((a, b) => a - b);
  if (formatAmount(measure, near) === formatAmount(measure, far)) return ONE_VALUE;
  return `between ${formatAmounts(measure, near, far, 'and')}`;
}

/** A slope goes on for ever and a share does not: no difference is said that lies beyond what the kind can span. */
export function spanned({ kind }: Measure, difference: number): number {
  const most = BOUNDS[kind].max - BOUNDS[kind].min;
  return Math.min(most, Math.max(-most, difference));
}

/** Nobody can read a side into "0 catches". */
export function readsNone(measure: Measure, difference: number): boolean {
  return formatAmount(measure, difference) === formatAmount(measure, 0);
}

const BETTER = { up: 'above', down: 'below', within: 'closer to the range than' } as const satisfies Readonly<
  Record<Direction, string>
>;
const WORSE = {
  up: 'below',
  down: 'above',
  within: 'further from the range than',
} as const satisfies Readonly<Record<Direction, string>>;

function moreTakes(count: number): string {
  return `${countWords(count)} more ${count === 1 ? 'take' : 'takes'}`;
}

export function tooFewSessions(have: number, need: number): string {
  return `Too soon to say: it takes ${countWords(need)} sessions to tell, and there ${have === 1 ? 'is' : 'are'} ${countWords(have)}.`;
}

export function tooFewAttempts(have: number, need: number): string {
  return `Too soon to say: at least ${moreTakes(need - have)}.`;
}

export const NO_RANGE = 'No range is set yet, so no take is better than another.';

/** One's own start as the first thing to compare with. */
export function gainSentence(measure: Measure, gain: Gain, said: LevelsSaid = 'in-each'): string {
  switch (gain.kind) {
    case 'too-few-attempts':
      return tooFewAttempts(gain.have, gain.need);
    case 'too-few-sessions':
      return tooFewSessions(gain.have, gain.need);
    case 'no-target':
      return NO_RANGE;
    case 'not-for-pass':
      return 'A few passes or fails are no level to measure from.';
    case 'gain':
      break;
    default:
      return gain satisfies never;
  }
  const { low, high, level } = gain;
  const place = gain.difference < 0 ? WORSE[measure.direction] : BETTER[measure.direction];
  if ((low > 0 || high < 0) && !readsNone(measure, gain.difference)) {
    return `Your last ${countFigures(gain.last)} are about ${formatAmount(measure, gain.difference)} ${place} your first ${gain.first}; ${levelled(level, betweenAmounts(measure, low, high), said)}.`;
  }
  const both = `your last ${countFigures(gain.last)} and your first ${gain.first}`;
  if (isNoSpan(gain)) return `No difference in level between ${both}.`;
  const short = (words: string) => words.replace(/ than$/, '');
  const worse = readsNone(measure, low)
    ? null
    : `${formatAmount(measure, spanned(measure, low))} ${short(WORSE[measure.direction])}`;
  const better = readsNone(measure, high)
    ? null
    : `${formatAmount(measure, spanned(measure, high))} ${short(BETTER[measure.direction])}`;
  if (worse === null && better === null)
    return `Next to no difference in level between ${both}${inBrackets(level, said)}.`;
  const span = `between ${worse ?? 'no difference'} and ${better ?? 'no difference'}`;
  return `Cannot tell yet: your last ${countFigures(gain.last)} against your first ${gain.first}, ${levelled(level, span, said)}.`;
}

/** Where nothing varies the interval has no length, and no level is said of it. */
export function isNoSpan({ low, high }: { readonly low?: number; readonly high?: number }): boolean {
  return low === 0 && high === 0;
}

/** Where one started, or how many takes until there is a start. */
export function baselineSentence(measure: Measure, baseline: Baseline): string {
  if (baseline.kind === 'too-few-attempts') {
    return `${sentenceCase(moreTakes(baseline.need - baseline.have))} and there is a starting point.`;
  }
  return [`${startWords(measure, baseline)}.`, ...trickMark(baseline)].join(' ');
}

/** "Started at 6 catches; the first 3 ran from 5 to 10 catches" */
export function startWords(
  measure: Measure,
  { low, median, high, n }: Extract<Baseline, { kind: 'baseline' }>,
): string {
  // Of three values lowest, middle and highest are all there are.
  if (measure.kind === 'pass') return `Started with ${low + median + high} of the first ${n} held`;
  const all = low === high ? 'were all the same' : 'were all about the same';
  const span = readsSame(measure, low, high) ? all : `ran ${formatFromTo(measure, low, high)}`;
  return `Started at ${formatValue(measure, median)}; the first ${n} ${span}`;
}

/** Whether the entry trick had been read: a start without it is another start. Nothing where nobody knows. */
function trickMark({ n, withTrickRead }: Extract<Baseline, { kind: 'baseline' }>): readonly string[] {
  if (withTrickRead === n) return ['The way in had been read.'];
  if (withTrickRead === 0) return ['The way in had not been read yet.'];
  return withTrickRead !== null && withTrickRead > 0 ? ['The way in was read between them.'] : [];
}

/** A fact about the beginning, and no judgement: "… came 7 minutes after you took this up." */
export function firstSuccessSentence({ secondsAfter }: Pick<FirstSuccess, 'secondsAfter'>): string {
  return `The first take that reached its target came ${elapsedWords(secondsAfter)} after you took this up.`;
}

function elapsedWords(seconds: number): string {
  const minutes = seconds / 60;
  if (minutes < 1) return 'less than a minute';
  if (minutes < 1.5) return 'a minute';
  if (minutes < 90) return `${Math.round(minutes)} minutes`;
  const hours = minutes / 60;
  return hours < 36 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
}

/** The level of the latest takes with its interval; of passes the share that held. */
export function latestSentence(
  measure: Measure,
  { latest, share }: Pick<Picture, 'latest' | 'share'>,
): string {
  if ('kind' in latest) return 'No takes yet.';
  if (share !== null && 'share' in share.latest) return latestShareSentence(measure, share.latest);
  const { median, n, interval } = latest;
  const of =
    n === 1
      ? sentenceCase(middleWords(measure, { n, median, held: null }))
      : `The middle of the last ${takes(n)} is ${formatValue(measure, median)}`;
  if (interval.kind !== 'interval') return `${of}; ${UNSURE}.`;
  return `${of}; ${levelWords(interval.level)} ${betweenWords(measure, interval.low, interval.high)}.`;
}

const UNSURE = 'too few to say how sure that is';

function latestShareSentence(measure: Measure, latest: ShareEstimate): string {
  const { share, n } = latest;
  const held = Math.round(share * n);
  const of =
    n === 1
      ? sentenceCase(middleWords(measure, { n, median: share, held }))
      : `${countFigures(held)} of the last ${takes(n)} held`;
  return `${of}; ${shareSpan(latest) ?? UNSURE}.`;
}

/**
 * "four in five between 12% and 88%", in whole per cent and never narrower than the interval; null under as many takes as
 * the median of any other measure needs for one.
 */
export function shareSpan(
  { low, high, level, n }: Record<'low' | 'high' | 'level' | 'n', number>,
  said: LevelsSaid = 'in-each',
): string | null {
  if (medianRank(n, level) === null) return null;
  return levelled(level, betweenShares({ low, high }), said);
}

/** In whole per cent, and never narrower than the interval. */
export function betweenShares({ low, high }: Record<'low' | 'high', number>): string {
  return `between ${Math.floor(low * 100)}% and ${Math.ceil(high * 100)}%`;
}

/** Reached once and met are two things; so are no target and not yet. */
export function payoffSentence(
  measure: Measure,
  { reached, met, target }: Pick<Picture, 'reached' | 'met' | 'target'>,
): string {
  if (target.low === null && target.high === null) return 'No target yet.';
  if (met.metAt !== null) return `Met: the target held on ${met.daysNeeded} days.`;
  if (met.daysHeld > 0) return heldSentence(met);
  if (reached === null) return 'The target is not reached yet.';
  // Of how many reached it the first alone is known here.
  const value = measure.kind === 'pass' ? '' : ` with ${formatValue(measure, reached.value)}`;
  return `First reached${value} on take ${countFigures(reached.number)}.`;
}

function heldSentence({ daysHeld, daysNeeded }: Met): string {
  return `The target held on ${daysHeld} of the ${daysNeeded} days that it takes.`;
}
