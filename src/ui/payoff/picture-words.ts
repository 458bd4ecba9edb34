import { formatTick, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures, countWords } from '../../engine/picture/count-words.ts';
import {
  baselineSentence,
  betweenWords,
  gainSentence,
  type LevelsSaid,
  levelled,
  levelWords,
  shareSpan,
} from '../../engine/picture/wording.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { probability } from '../../engine/units.ts';
import type { PracticeCard } from '../../features/practice/contract.ts';
import type { PracticePicture } from '../../features/practice/picture-contract.ts';
import type { FigureCentre } from '../parts/six-elements.ts';
import { targetSentence } from './payoff-words.ts';

export type Payload = NonNullable<PracticePicture['picture']>;

/** The verdict, before any drawing, and the sentence that it rests on: against one's own start, or how that start was. */
export function verdictOf(
  { attempts }: Pick<PracticeCard, 'attempts'>,
  measure: Measure,
  picture: Payload,
): { readonly headline: string; readonly sentence: string | null } {
  // There may be others: without a score, or counted in what was the measure before.
  if (picture.n === 0)
    return { headline: attempts > 0 ? 'No takes counted this way yet' : 'No takes yet', sentence: null };
  return {
    headline: headlineOf(picture),
    sentence: gainWords(measure, picture) ?? baselineSentence(measure, picture.baseline),
  };
}

/** Null before there is a level to hold against the start. */
export function gainWords(measure: Measure, { gain }: Payload): string | null {
  return gain.kind === 'gain'
    ? gainSentence(measure, { ...gain, level: probability(gain.level) }, 'once')
    : null;
}

/**
 * What the spans on a page hold, said once for all of its sentences and its drawing: those that describe, and those that
 * tell a direction. Null where there is no span.
 */
export function levelsNote(picture: Payload): string | null {
  const { level, latest, share, trend, course, outlook } = picture;
  const isLatestSpanned =
    share === null
      ? 'interval' in latest && latest.interval.kind === 'interval'
      : 'share' in share.latest && shareSpan(share.latest) !== null;
  const described = isLatestSpanned || outlook?.kind === 'outlook' || picture.gain.kind === 'gain';
  const judged = [trend, course].find((one) => one !== undefined && 'level' in one);
  const parts = [
    ...(described ? [`${levelWords(level)} spans hold what is true`] : []),
    ...(judged !== undefined && 'level' in judged
      ? [`of a trend, a plateau, or with and without, ${levelWords(judged.level)}`]
      : []),
  ];
  return parts.length === 0 ? null : `${sentenceCase(parts.join('; '))}.`;
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

/** "now about 6.8", with how sure that is; null before the first take. */
export function nowWords(
  measure: Measure,
  picture: Payload,
  said: LevelsSaid = 'in-each',
): { readonly about: string; readonly sure: string } | null {
  if (picture.share !== null) {
    const { latest } = picture.share;
    if ('kind' in latest) return null;
    const { share, n } = latest;
    const span = shareSpan(latest, said);
    if (n === 1)
      return { about: formatValue(measure, share), sure: 'from one take, too few to say how sure' };
    return {
      about: `${countFigures(Math.round(share * n))} of the last ${countFigures(n)} held`,
      sure: span ?? 'too few to say how sure',
    };
  }
  if ('kind' in picture.latest) return null;
  const { median, n, interval } = picture.latest;
  const of = n === 1 ? 'one take' : `the last ${countFigures(n)}`;
  const sure =
    interval.kind === 'interval'
      ? `${levelled(interval.level, betweenWords(measure, interval.low, interval.high), said)}, from ${of}`
      : `from ${of}, too few to say how sure`;
  return { about: formatValue(measure, median), sure };
}

export type Span = { readonly low: number; readonly high: number; readonly level: number | null };

/**
 * Where the latest takes lie: the interval of their median or, of too few for one, their own least and greatest. Null for
 * a single take.
 */
export function latestSpan({ latest, drawn }: Payload): Span | null {
  if ('kind' in latest || latest.n === 1) return null;
  if (latest.interval.kind === 'interval') return latest.interval;
  // So few are drawn one by one.
  const values = drawn.kind === 'points' ? drawn.points.slice(-latest.n).map(({ value }) => value) : [];
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values), level: null };
}

/** On the core of the six-figure: about where the latest takes lie, how sure that is, and what they are to reach. */
export function centreWords(measure: Measure, picture: Payload): FigureCentre | null {
  const now = nowWords(measure, picture);
  if (picture.share !== null || 'kind' in picture.latest || now === null) return null;
  return {
    main: formatTick(measure, picture.latest.median),
    spans: spanTexts(measure, latestSpan(picture)),
    sub: boundText(measure),
    words: `Now about ${now.about}, ${now.sure}. ${targetSentence(measure)}`,
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
