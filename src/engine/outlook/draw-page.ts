import type { Measure } from '../measure/measure.ts';
import { drawPicture } from '../picture/draw-picture.ts';
import type { AttemptFact, Picture, PictureOptions } from '../picture/picture.ts';
import { type UnlikelyTake, unlikelyTakes } from '../picture/unlikely-takes.ts';
import { drawOutlook, type Outlook } from './outlook.ts';

export type PagePicture = Picture & {
  readonly outlook: Outlook;
  /** To be looked at by the learner; they count like any other. */
  readonly unlikely: readonly UnlikelyTake[];
};

/** What was, what comes next, and what may be a slip of the finger: all that the page of a practice shows of its attempts. */
export function drawPage(
  measure: Measure,
  attempts: readonly AttemptFact[],
  options: PictureOptions = {},
): PagePicture {
  return {
    ...drawPicture(measure, attempts, options),
    outlook: drawOutlook(measure, attempts),
    unlikely: unlikelyTakes(measure, attempts),
  };
}
