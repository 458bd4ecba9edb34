import { formatFromTo, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures, countWords } from '../../engine/picture/count-words.ts';
import type { Picture } from '../../engine/picture/picture.ts';
import { trendSentence } from '../../engine/picture/trend-wording.ts';
import { baselineSentence, firstSuccessSentence, payoffSentence } from '../../engine/picture/wording.ts';
import { probability } from '../../engine/units.ts';
import { formatDate } from '../format-day.ts';
import { courseSentence, courseSpan, shiftSentence } from './course-words.ts';
import { basisSentence, nextSentence, reachSentence } from './outlook-words.ts';
import { gainWords, type Payload } from './picture-words.ts';

/** What the takes say beside the verdict, each number with its span. */
export type ToldWords = {
  /** What a person wants to know, the most important first; what cannot be told yet is the last of them, in one sentence. */
  readonly first: readonly string[];
  readonly more: readonly string[];
};

const FIRST = 5;

export type FirstSuccessTime = { readonly secondsAfter: number };

export function toldOf(measure: Measure, picture: Payload, firstSuccess: FirstSuccessTime | null): ToldWords {
  const notYet = notYetSentence(measure, picture);
  const { told, untold } = motionSentences(measure, picture);
  const [motion, ...lesser] = told;
  const [shift, ...earlier] = (picture.shifts ?? []).map(shiftSentence);
  const { next, reach, basis } = outlookWords(measure, picture);
  const ranked = [
    // That it is met is the verdict above the drawing.
    picture.met.metAt === null ? payoffSentence(measure, picture) : null,
    ...(motion === undefined ? [] : [motion]),
    ...[next, reach, shift, bestSentence(measure, picture), startSentence(measure, picture)],
    ...[spreadSentence(measure, picture), firstSuccess && firstSuccessSentence(firstSuccess)],
    ...[...lesser, ...untold, ...earlier, basis],
  ].filter((sentence) => typeof sentence === 'string');
  const room = FIRST - (notYet === null ? 0 : 1);
  return {
    first: [...ranked.slice(0, room), ...(notYet === null ? [] : [notYet])],
    more: ranked.slice(room),
  };
}

/** Which way it goes, over a long stretch and then over the latest takes: what is told of it, and how far it may go untold. */
function motionSentences(measure: Measure, { course, trend }: Payload) {
  const long = course === undefined ? null : courseSentence(measure, course);
  const lately = trendSentence(measure, trendOf(trend), 'once');
  return {
    told: [...(long === null ? [] : [long]), ...(isTold(trend) ? [lately] : [])],
    untold: trend.kind === 'cannot-tell' ? [lately] : [],
  };
}

function isTold({ kind }: Payload['trend']): boolean {
  return kind === 'improving' || kind === 'slipping';
}

function outlookWords(measure: Measure, { outlook, drawn, met }: Payload) {
  const lastAt = drawn.kind === 'points' ? drawn.points.at(-1)?.at : drawn.bins.at(-1)?.lastAt;
  if (outlook?.kind !== 'outlook' || lastAt === undefined) return { next: null, reach: null, basis: null };
  return {
    next: nextSentence(measure, outlook),
    // Nobody asks when what is met will be reached.
    reach: met.metAt === null ? reachSentence(measure, outlook, lastAt) : null,
    basis: basisSentence(outlook, lastAt),
  };
}

/** Of passes there is no best. */
function bestSentence(measure: Measure, { personalBest, share }: Payload): string | null {
  if (personalBest === null || share !== null) return null;
  const { value, number, at } = personalBest;
  return `Best ${formatValue(measure, value)}, take ${countFigures(number)} on ${formatDate(at)}.`;
}

/** Where nothing is held against the start yet, the start itself is the verdict above the drawing. */
function startSentence(measure: Measure, picture: Payload): string | null {
  return gainWords(measure, picture) === null ? null : baselineSentence(measure, picture.baseline);
}

function spreadSentence(measure: Measure, { spread, share }: Payload): string | null {
  if (share !== null || !('q25' in spread)) return null;
  return `Half of the last ${countFigures(spread.n)} lie ${formatFromTo(measure, spread.q25, spread.q75)}.`;
}

type NotYet = { readonly what: string; readonly more: number | null; readonly span: string | null };

/** "Too early to say what comes next (four more takes first) and whether this is a plateau (two more)." */
export function notYetSentence(measure: Measure, picture: Payload): string | null {
  const parts = notYetParts(measure, picture);
  const [first, second] = parts;
  if (first === undefined) return null;
  if (second !== undefined && first.more !== null && first.more === second.more)
    return `Too early to say ${first.what}, or ${second.what}: ${moreWords(first.more)} first.`;
  const said = parts.map(({ what, more, span }) => {
    const until = more === null ? span : `${moreWords(more)} first`;
    return until === null ? what : `${what} (${until})`;
  });
  return `Too early to say ${said.join(', or ')}.`;
}

function notYetParts(measure: Measure, { outlook, course, trend }: Payload): readonly NotYet[] {
  const parts: NotYet[] = [];
  if (outlook?.kind === 'too-few-attempts')
    parts.push({ what: 'what comes next', more: outlook.need - outlook.have, span: null });
  if (course?.kind === 'too-few-attempts')
    parts.push({ what: 'whether this is a plateau', more: course.need - course.have, span: null });
  if (course?.kind === 'cannot-tell') {
    // Of the latest takes it may be told all the same.
    const what = isTold(trend) ? 'whether that goes on' : 'whether this is a plateau or a slow gain';
    parts.push({ what, more: null, span: courseSpan(measure, course) });
  }
  if (course === undefined && trend.kind === 'too-few-sessions')
    parts.push({
      what: 'which way it goes',
      more: null,
      span: `it takes ${countWords(trend.need)} sessions to tell`,
    });
  return parts;
}

const moreWords = (more: number) => `${countWords(more)} more ${more === 1 ? 'take' : 'takes'}`;

/** What came over the wire as plain numbers gets the engine's units back, for its sentences. */
function trendOf(trend: Payload['trend']): Picture['trend'] {
  return 'level' in trend ? { ...trend, level: probability(trend.level) } : trend;
}
