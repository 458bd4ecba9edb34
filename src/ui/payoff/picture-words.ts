import { formatFromTo, formatTick, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures, countWords } from '../../engine/picture/count-words.ts';
import type { Picture } from '../../engine/picture/picture.ts';
import {
  baselineSentence,
  betweenShares,
  betweenWords,
  gainSentence,
  levelsNote,
  levelWords,
  payoffSentence,
  shareSpan,
  takes,
  trendSentence,
} from '../../engine/picture/wording.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { probability } from '../../engine/units.ts';
import type { PracticeCard } from '../../features/practice/contract.ts';
import type { PracticePicture } from '../../features/practice/picture-contract.ts';
import { formatDate } from '../format-day.ts';
import type { FigureCentre } from '../parts/six-elements.ts';
import { targetSentence } from './payoff-words.ts';

export type Payload = NonNullable<PracticePicture['picture']>;

export type PictureWords = {
  /** The verdict, before any drawing. */
  readonly headline: string;
  /** One's own start first. No word about a trend before the engine allows one. */
  readonly sentences: readonly string[];
  /** What the levels in the sentences mean; null where none stands there. */
  readonly note: string | null;
};

export function pictureWords(
  { attempts }: Pick<PracticeCard, 'attempts'>,
  measure: Measure,
  picture: Payload,
): PictureWords {
  const { n, trend, gain, baseline, personalBest, spread, share } = picture;
  // There may be others: without a score, or counted in what was the measure before.
  const none = attempts > 0 ? 'No takes counted this way yet' : 'No takes yet';
  if (n === 0) return { headline: none, sentences: [], note: null };
  const sentences = [
    gain.kind === 'gain' ? gainSentence(measure, { ...gain, level: probability(gain.level) }) : null,
    baselineSentence(measure, baseline),
    personalBest &&
      // Of passes there is no best.
      share === null &&
      `Best ${formatValue(measure, personalBest.value)}, take ${countFigures(personalBest.number)} on ${formatDate(personalBest.at)}.`,
    share === null && 'q25' in spread
      ? `Half of the last ${countFigures(spread.n)} lie ${formatFromTo(measure, spread.q25, spread.q75)}.`
      : null,
    trend.kind === 'too-few-attempts' ? null : trendSentence(measure, trendOf(trend)),
    payoffSentence(measure, picture),
  ];
  return {
    headline: headlineOf(picture),
    sentences: sentences.filter((sentence) => typeof sentence === 'string'),
    note: levelsNote('level' in gain ? gain : {}, 'level' in trend ? trend : {}),
  };
}

function headlineOf({ n, gain, trend, met }: Payload): string {
  if (met.metAt !== null) return 'Met: the target held on three days';
  if (gain.kind === 'gain' && gain.low > 0) return 'Ahead of where you started';
  if (gain.kind === 'gain' && gain.high < 0) return 'Behind where you started';
  switch (trend.kind) {
    case 'too-few-attempts':
      return n === 1 ? 'One take so far' : `${sentenceCase(countWords(n))} takes so far`;
    case 'improving':
      return 'Getting better';
    case 'slipping':
      return 'Slipping lately';
    case 'too-few-sessions':
    case 'cannot-tell':
      return 'Too soon to say which way it goes';
    case 'no-target':
      return 'No range is set yet';
    default:
      return trend satisfies never;
  }
}

const UNSURE = 'too few to say how sure';

/** What "likely" claims, for whoever never heard of an interval. */
function rightWords(level: number): string {
  const often = levelWords(level);
  return `and such a span is right ${often.includes(' in ') ? often.replace(' in ', ' times in ') : `${often} of the time`}`;
}

/** "now about 6.8", with how sure that is; null before the first take. */
export function nowWords(
  measure: Measure,
  picture: Payload,
): { readonly about: string; readonly sure: string } | null {
  if (picture.share !== null) {
    const { latest } = picture.share;
    if ('kind' in latest) return null;
    const { share, n } = latest;
    const span = shareSpan(latest);
    if (n === 1) return { about: formatValue(measure, share), sure: `from one take, ${UNSURE}` };
    return {
      about: `${countFigures(Math.round(share * n))} of the last ${countFigures(n)} held`,
      sure: span === null ? UNSURE : `likely ${betweenShares(latest)}, ${rightWords(latest.level)}`,
    };
  }
  if ('kind' in picture.latest) return null;
  const { median, n, interval } = picture.latest;
  const of = n === 1 ? 'from one take' : `the middle of your last ${takes(n)}`;
  const sure =
    interval.kind === 'interval'
      ? `${of}; likely ${betweenWords(measure, interval.low, interval.high)}, ${rightWords(interval.level)}`
      : `${of}, ${UNSURE}`;
  return { about: formatValue(measure, median), sure };
}

/**
 * "best 42 catches, median 40 of the last 9, four in five between 36 and 41": never a number without what it rests on and
 * how sure it is.
 */
export function numbersOf(
  { attempts }: Pick<PracticeCard, 'attempts'>,
  measure: Measure,
  picture: Payload,
): string | null {
  const { personalBest, latest, share } = picture;
  const only = attempts > 1 ? 'your only take with a score' : 'your only take';
  if (share !== null) {
    const held = share.latest;
    if ('kind' in held) return null;
    if (held.n === 1) return `${formatValue(measure, held.share)}, ${only}`;
    const count = `${countFigures(Math.round(held.share * held.n))} of the last ${countFigures(held.n)} held`;
    return [count, shareSpan(held)].filter((part) => part !== null).join(', ');
  }
  if ('kind' in latest) return null;
  if (latest.n === 1) return `${formatValue(measure, latest.median)}, ${only}`;
  const median = `median ${formatTick(measure, latest.median)} of the last ${countFigures(latest.n)}`;
  const best = personalBest && `best ${formatValue(measure, personalBest.value)}`;
  return [best, median, spanWords(measure, latestSpan(picture))].filter((part) => part !== null).join(', ');
}

type Span = { readonly low: number; readonly high: number; readonly level: number | null };

/**
 * Where the latest takes lie: the interval of their median or, of too few for one, their own least and greatest. Null for
 * a single take.
 */
function latestSpan({ latest, drawn }: Payload): Span | null {
  if ('kind' in latest || latest.n === 1) return null;
  if (latest.interval.kind === 'interval') return latest.interval;
  // So few are drawn one by one.
  const values = drawn.kind === 'points' ? drawn.points.slice(-latest.n).map(({ value }) => value) : [];
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values), level: null };
}

function spanWords(measure: Measure, span: Span | null): string | null {
  if (span === null) return null;
  const [low, high] = [formatTick(measure, span.low), formatTick(measure, span.high)];
  if (span.level === null) return low === high ? 'all the same' : `from ${low} to ${high}`;
  return `${levelWords(span.level)} ${low === high ? `at ${low}` : `between ${low} and ${high}`}`;
}

/** On the core of the six-figure: about where the latest takes lie, how sure that is, and what they are to reach. */
export function centreWords(measure: Measure, picture: Payload): FigureCentre | null {
  const now = nowWords(measure, picture);
  if (picture.share !== null || 'kind' in picture.latest || now === null) return null;
  return {
    main: formatTick(measure, picture.latest.median),
    spans: spanTexts(measure, latestSpan(picture)),
    sub: boundText(measure),
    words: `Now about ${now.about}: ${now.sure}. ${targetSentence(measure)}`,
  };
}

/** The longest first: the core has little room. */
function spanTexts(measure: Measure, span: Span | null): readonly string[] {
  if (span === null) return ['one take'];
  const [low, high] = [formatTick(measure, span.low), formatTick(measure, span.high)];
  if (low !== high) return [`${low} to ${high}`, `${low}–${high}`];
  return [span.level === null ? 'all the same' : `at ${low}`];
}

/** "of 8", "aim 12"; a range has no room beside the other span. */
function boundText(measure: Measure): string | null {
  const { low, high } = measure.target;
  if (measure.direction === 'up' && low !== null) return `of ${formatTick(measure, low)}`;
  return measure.direction === 'down' && high !== null ? `aim ${formatTick(measure, high)}` : null;
}

/** What came over the wire as plain numbers gets the engine's units back, for its sentences. */
function trendOf(trend: Payload['trend']): Picture['trend'] {
  return 'level' in trend ? { ...trend, level: probability(trend.level) } : trend;
}
