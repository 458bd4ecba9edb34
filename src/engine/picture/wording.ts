import {
  formatAmount,
  formatAmounts,
  formatRange,
  formatTick,
  formatValue,
} from '../measure/format-value.ts';
import type { Direction, Measure } from '../measure/measure.ts';
import { countFigures, countWords } from './count-words.ts';
import type { FirstSuccess } from './first-success.ts';
import { medianRank } from './order-statistics.ts';
import type {
  Baseline,
  Gain,
  MedianEstimate,
  Met,
  Picture,
  SlopeEstimate,
  TooFewAttempts,
  Trend,
} from './picture.ts';

/** What an interval claims, in words of one kind, for the middle of a sentence. What they mean: `levelsNote`. */
export function levelWords(level: number): string {
  if (level === 0.8) return 'four in five';
  if (level === 0.9) return 'nine in ten';
  if (level === 0.95) return 'nineteen in twenty';
  return `${Math.round(level * 1000) / 10}%`;
}

export function takes(count: number): string {
  return count === 1 ? '1 take' : `${countFigures(count)} takes`;
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

function tooFewSessions(have: number, need: number): string {
  return `Too soon to say: it takes ${countWords(need)} sessions to tell, and there ${have === 1 ? 'is' : 'are'} ${countWords(have)}.`;
}

function tooFewAttempts(have: number, need: number): string {
  return `Too soon to say: ${moreTakes(need - have)}.`;
}

const NO_RANGE = 'No range is set yet, so no take is better than another.';

/** The trend as one sentence, never more than the interval allows. */
export function trendSentence(measure: Measure, trend: Trend): string {
  switch (trend.kind) {
    case 'too-few-attempts':
      return tooFewAttempts(trend.have, trend.need);
    case 'too-few-sessions':
      return tooFewSessions(trend.have, trend.need);
    case 'no-target':
      return NO_RANGE;
    case 'improving':
    case 'slipping': {
      const verb = trend.kind === 'improving' ? 'Improving' : 'Slipping';
      const about = formatAmount(measure, trend.perTenAttempts);
      const [near, far] = [trend.low, trend.high].map(Math.abs).sort((a, b) => a - b);
      const span = formatAmounts(measure, near ?? 0, far ?? 0, 'and');
      return `${verb} by about ${about} every ten takes, over the last ${countFigures(trend.n)}; ${levelWords(trend.level)} between ${span}.`;
    }
    case 'cannot-tell':
      if (trend.low === 0 && trend.high === 0) return `No change over the last ${takes(trend.n)}.`;
      return cannotTellSentence(measure, trend);
    default:
      return trend satisfies never;
  }
}

/** Says how far it may go on either side, so that nobody reads a direction into it. */
function cannotTellSentence(measure: Measure, { low, high, level, n }: SlopeEstimate): string {
  const sides = [
    ...(low < 0 ? [`${formatAmount(measure, low)} worse`] : []),
    ...(high > 0 ? [`${formatAmount(measure, high)} better`] : []),
  ].map((side) => `at most ${side}`);
  return `Cannot tell yet over the last ${takes(n)}: ten takes make it ${sides.join(' or ')} (${levelWords(level)}).`;
}

/** One's own start as the first thing to compare with (Z4). */
export function gainSentence(measure: Measure, gain: Gain): string {
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
  const { difference, low, high, level } = gain;
  const better = BETTER[measure.direction];
  const worse = WORSE[measure.direction];
  const place = difference < 0 ? worse : better;
  const about = `Your last ${countFigures(gain.last)} are about ${formatAmount(measure, difference)} ${place} your first ${gain.first}`;
  if (low > 0 || high < 0) {
    const [near, far] = [low, high].map(Math.abs).sort((a, b) => a - b);
    return `${about}; ${levelWords(level)} between ${formatAmounts(measure, near ?? 0, far ?? 0, 'and')}.`;
  }
  const short = (word: string) => word.replace(/ than$/, '');
  const span = `${formatAmount(measure, low)} ${short(worse)} and ${formatAmount(measure, high)} ${short(better)}`;
  return `Cannot tell yet: your last ${countFigures(gain.last)} against your first ${gain.first}, ${levelWords(level)} between ${span}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where one started, or how many takes until there is a start. */
export function baselineSentence(measure: Measure, baseline: Baseline): string {
  if (baseline.kind === 'too-few-attempts') {
    return `${capital(moreTakes(baseline.need - baseline.have))} and there is a starting point.`;
  }
  const range = formatRange(measure, baseline.low, baseline.high);
  const span = baseline.low === baseline.high ? 'were all the same' : `ran from ${range}`;
  const start = `Started at ${formatValue(measure, baseline.median)}; the first ${baseline.n} ${span}.`;
  return [start, ...trickMark(baseline)].join(' ');
}

/** Whether the entry trick had been read: a start without it is another start (C1). Nothing where nobody knows. */
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

/** The level of the latest takes with its interval. */
export function latestSentence(measure: Measure, latest: MedianEstimate | TooFewAttempts): string {
  if ('kind' in latest) return 'No takes yet.';
  const middle = `The middle of the last ${takes(latest.n)} is ${formatValue(measure, latest.median)}`;
  if (latest.interval.kind !== 'interval') return `${middle}; too few to say how sure that is.`;
  const { low, high, level } = latest.interval;
  return `${middle}; ${levelWords(level)} between ${formatTick(measure, low)} and ${formatValue(measure, high)}.`;
}

/**
 * "four in five between 12% and 88%", in whole per cent and never narrower than the interval; null under as many takes as
 * the median of any other measure needs for one.
 */
export function shareSpan({
  low,
  high,
  level,
  n,
}: Record<'low' | 'high' | 'level' | 'n', number>): string | null {
  if (medianRank(n, level) === null) return null;
  return `${levelWords(level)} between ${Math.floor(low * 100)}% and ${Math.ceil(high * 100)}%`;
}

/** What the levels mean, said once below sentences that name them; null where none does. */
export function levelsNote(
  gain: { readonly level?: number },
  trend: { readonly level?: number },
): string | null {
  const parts = [
    ...(gain.level === undefined ? [] : [`${levelWords(gain.level)} hold the true difference`]),
    ...(trend.level === undefined ? [] : [`${levelWords(trend.level)} hold the true trend`]),
  ];
  return parts.length === 0 ? null : `Of spans reckoned like these, ${parts.join(', and ')}.`;
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
  return `Reached once, with ${formatValue(measure, reached.value)} on take ${countFigures(reached.number)}.`;
}

function heldSentence({ daysHeld, daysNeeded }: Met): string {
  return `The target held on ${daysHeld} of ${daysNeeded} days.`;
}
