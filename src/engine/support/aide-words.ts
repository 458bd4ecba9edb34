import type { Measure } from '../measure/measure.ts';
import { countFigures, countWords } from '../picture/count-words.ts';
import { DAYS_TO_MEET } from '../picture/days-to-meet.ts';
import { sentenceCase } from '../sentence-case.ts';
import type { AideStanding } from './aide.ts';
import { FEWEST_SESSIONS_A_SIDE } from './with-and-without.ts';
import { differenceWords, laterWords } from './with-and-without-words.ts';

/** Scores both ways, with how sure that is; never a cause. */
export function aideSentence(measure: Measure, standing: AideStanding): string {
  const { sessionsWith, sessionsWithout, difference } = standing;
  if (difference === null) {
    const counted = `Used in ${sessions(sessionsWith)}, not used in ${countFigures(sessionsWithout)}`;
    return `${counted}; it takes ${countWords(FEWEST_SESSIONS_A_SIDE)} of each to compare.`;
  }
  const differs = `${sentenceCase(differenceWords(measure, difference))}.`;
  return [
    differs,
    ...laterWords(difference),
    'Nobody drew lots, so other things may have come with it.',
  ].join(' ');
}

/** What to do about it, if anything. */
export function aideNextWords({ next, sessionsWith }: AideStanding): string | null {
  if (next === 'try-without')
    return `You have used it in ${sessions(sessionsWith)}. Try a session without, and see what you keep.`;
  if (next === 'fade')
    return `Without it the target held on ${countWords(DAYS_TO_MEET)} days. You can put it aside; it comes back when you want it.`;
  return null;
}

function sessions(count: number): string {
  return count === 1 ? '1 session' : `${countFigures(count)} sessions`;
}
