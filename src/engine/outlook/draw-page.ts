import type { Measure } from '../measure/measure.ts';
import { drawPicture } from '../picture/draw-picture.ts';
import type { AttemptFact, Picture, PictureOptions } from '../picture/picture.ts';
import { type UnlikelyTake, unlikelyTakes } from '../picture/unlikely-takes.ts';
import { type Course, drawCourse } from './course.ts';
import { drawOutlook, followPractice, type Outlook } from './outlook.ts';
import { type Shift, shiftsIn } from './shifts.ts';

export type PagePicture = Picture & {
  readonly outlook: Outlook;
  readonly course: Course;
  readonly shifts: readonly Shift[];
  /** To be looked at by the learner; they count like any other. */
  readonly unlikely: readonly UnlikelyTake[];
};

/**
 * What was, whether practice still brings something, where that changed, what comes next, and what may be a slip of the
 * finger: all that the page of a practice shows of its attempts.
 */
export function drawPage(
  measure: Measure,
  attempts: readonly AttemptFact[],
  options: PictureOptions = {},
): PagePicture {
  const followed = followPractice(measure, attempts);
  return {
    ...drawPicture(measure, attempts, options),
    outlook: drawOutlook(measure, attempts, followed),
    course: drawCourse(measure, attempts),
    shifts: shiftsIn(measure, attempts, followed),
    unlikely: unlikelyTakes(measure, attempts),
  };
}
