import { countFigures, countWords } from '../picture/count-words.ts';
import type { ShareEstimate } from '../picture/picture.ts';
import { estimateShare } from '../picture/share.ts';
import { type LevelsSaid, shareSpan } from '../picture/wording.ts';

/** Under four even four of four says next to nothing: the exact interval would reach down to a half. */
export const FEWEST_TIMES = 4;
/** "Four in five", as for everything that describes and does not judge. */
const LEVEL = 0.8;

export type HitRate =
  | { readonly kind: 'never-came-up' }
  | {
      readonly kind: 'too-few-times';
      readonly done: number;
      readonly cameUp: number;
      readonly need: number;
    }
  | ({ readonly kind: 'rate'; readonly done: number } & ShareEstimate);

/**
 * How often an if-then plan was carried out, of the times that its cue came up: the share, with the exact interval of
 * Clopper & Pearson 1934. Assumes that one time tells nothing of the next; see docs/science/support.md.
 */
export function hitRate(done: number, cameUp: number): HitRate {
  if (cameUp < 1) return { kind: 'never-came-up' };
  const times = Math.min(Math.max(done, 0), cameUp);
  if (cameUp < FEWEST_TIMES) return { kind: 'too-few-times', done: times, cameUp, need: FEWEST_TIMES };
  return { kind: 'rate', done: times, ...estimateShare(times, cameUp, LEVEL) };
}

export function hitRateSentence(rate: HitRate, said: LevelsSaid = 'in-each'): string {
  switch (rate.kind) {
    case 'never-came-up':
      return 'It has not come up yet.';
    case 'too-few-times':
      return `Came up ${timesWords(rate.cameUp)}, done ${rate.done === 0 ? 'not yet' : timesWords(rate.done)}: too soon to say.`;
    case 'rate':
      return `Done ${countFigures(rate.done)} of the ${countFigures(rate.n)} times that it came up; ${shareSpan(rate, said) ?? 'too few to say how sure that is'}.`;
    default:
      return rate satisfies never;
  }
}

function timesWords(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${countWords(count)} times`;
}
