import { formatRange, formatTick, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import type { Picture } from '../../engine/picture/picture.ts';
import {
  baselineSentence,
  gainSentence,
  levelsNote,
  levelWords,
  payoffSentence,
  shareSpan,
  trendSentence,
} from '../../engine/picture/wording.ts';
import { probability } from '../../engine/units.ts';
import { countWord } from '../../ui/count-word.ts';
import { formatDate } from '../../ui/format-day.ts';
import type { PracticeCard } from './contract.ts';
import type { PracticePicture } from './picture-contract.ts';

export type Payload = NonNullable<PracticePicture['picture']>;

export type PictureWords = {
  /** The verdict, before any drawing. */
  readonly headline: string;
  /** One's own start first. No word about a trend before the engine allows one. */
  readonly sentences: readonly string[];
  /** What the levels in the sentences mean; null where none stands there. */
  readonly note: string | null;
};

export function pictureWords(measure: Measure, picture: Payload): PictureWords {
  const { n, trend, gain, baseline, personalBest, spread, share } = picture;
  if (n === 0) return { headline: 'No scored takes yet', sentences: [], note: null };
  const sentences = [
    gain.kind === 'gain' ? gainSentence(measure, { ...gain, level: probability(gain.level) }) : null,
    baselineSentence(measure, baseline),
    personalBest &&
      `Best ${formatValue(measure, personalBest.value)}, take ${countFigures(personalBest.number)} on ${formatDate(personalBest.at)}.`,
    share === null && 'q25' in spread
      ? `Half of the last ${countFigures(spread.n)} lie from ${formatRange(measure, spread.q25, spread.q75)}.`
      : null,
    trend.kind === 'too-few-attempts' ? null : trendSentence(measure, trendOf(trend)),
    payoffSentence(measure, picture),
  ];
  return {
    headline: headlineOf(picture),
    sentences: sentences.filter((sentence) => sentence !== null),
    note: levelsNote('level' in gain ? gain : {}, 'level' in trend ? trend : {}),
  };
}

function headlineOf({ n, gain, trend, met }: Payload): string {
  if (met.metAt !== null) return 'Met: the target held on three days';
  if (gain.kind === 'gain' && gain.low > 0) return 'Ahead of where you started';
  if (gain.kind === 'gain' && gain.high < 0) return 'Behind where you started';
  switch (trend.kind) {
    case 'too-few-attempts':
      return n === 1 ? 'One take so far' : `${capital(countWord(n))} takes so far`;
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
      ? `${levelWords(interval.level)} between ${formatTick(measure, interval.low)} and ${formatValue(measure, interval.high)}, from ${of}`
      : `from ${of}, too few to say how sure`;
  return { about: formatValue(measure, median), sure };
}

/** "best 31 catches, median 24 of the last 5": never a number without what it rests on. */
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
    return `${Math.round(held.share * held.n)} of the last ${countFigures(held.n)} held`;
  }
  if ('kind' in latest) return null;
  if (latest.n === 1) return `${formatValue(measure, latest.median)}, ${only}`;
  const median = `median ${formatTick(measure, latest.median)} of the last ${countFigures(latest.n)}`;
  return personalBest === null ? median : `best ${formatValue(measure, personalBest.value)}, ${median}`;
}

/** What came over the wire as plain numbers gets the engine's units back, for its sentences. */
function trendOf(trend: Payload['trend']): Picture['trend'] {
  return 'level' in trend ? { ...trend, level: probability(trend.level) } : trend;
}
