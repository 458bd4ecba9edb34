import { countFigures, countWords } from '../picture/count-words.ts';
import { sentenceCase } from '../sentence-case.ts';
import { CONSISTENCY_DAYS, type Consistency } from './consistency.ts';

/** The share with all that it is made of, as one sentence. What was not kept is not spoken of. */
export function consistencySentence(found: Consistency): string {
  if (found.kind === 'too-few-days') return tooFewDays(found);
  const { n, kept, reserve, paused } = found;
  const days = n === CONSISTENCY_DAYS ? `the last ${n} days` : `the ${n} days so far`;
  const leftOut = paused === 0 ? '' : `; ${dayCount(paused, 'paused')} left out`;
  if (kept === 0) return `Blank paper over ${days}, and nothing resets${leftOut}.`;
  const parts = `${countFigures(kept)} with a session, ${dayCount(reserve, 'reserve')}`;
  return `${countFigures(kept + reserve)} of ${days} kept or in reserve: ${parts}${leftOut}.`;
}

function tooFewDays({ have, need }: Extract<Consistency, { kind: 'too-few-days' }>): string {
  if (have === 0) return `No day to count yet; from ${countFigures(need)} days on there is a share to tell.`;
  const days = have === 1 ? 'day' : 'days';
  return `${sentenceCase(countWords(have))} ${days} so far; from ${countFigures(need)} on there is a share to tell.`;
}

function dayCount(count: number, sort: string): string {
  return `${countFigures(count)} ${sort} ${count === 1 ? 'day' : 'days'}`;
}
