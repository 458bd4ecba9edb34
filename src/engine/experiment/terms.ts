import { measureScale, scaleName } from '../curve/measure-scale.ts';
import { hasBetter, type Measure } from '../measure/measure.ts';
import { designFault, type TrialDesign } from '../trial/design.ts';

/** What a learner's own experiment is agreed to be before its first draw; none of it changes while it runs. */
export type ExperimentTerms = {
  readonly design: TrialDesign;
  readonly measure: Measure;
  /** The smallest difference that they would notice, in the measure's unit, above 0. */
  readonly smallest: number;
  /**
   * About where they are as it begins, in the measure's unit. Effects of counts, times, rates and proportions are shares of
   * what there is; in the unit they are told as they are at this value.
   */
  readonly reference: number;
};

export const MOST_UNITS = 2_000;
/** How many the plan of the day asks for; what is not clear by then may go on, and pulls no more. */
export const PLANNED_UNITS = { attempt: 40, session: 16 } as const;

/** Why an experiment cannot be run on these terms, as a sentence; null where it can. */
export function termsFault(terms: ExperimentTerms): string | null {
  const fault = designFault(terms.design);
  if (fault !== null) return fault;
  if (!hasBetter(terms.measure)) return 'No take is better than another yet: set a range first.';
  if (!(terms.smallest > 0)) return 'The smallest difference is above 0.';
  const { toScale } = differences(terms);
  return Number.isFinite(toScale(terms.smallest)) && toScale(terms.smallest) > 0
    ? null
    : 'The smallest difference is more than there is to gain: make it smaller.';
}

export type Differences = {
  /** A shift on the working scale as a difference in the measure's unit at the reference; above 0 is better in both. */
  readonly toUnit: (shift: number) => number;
  readonly toScale: (difference: number) => number;
};

/** Between the working scale of a trial and the measure's unit. */
export function differences({
  measure,
  reference,
}: Pick<ExperimentTerms, 'measure' | 'reference'>): Differences {
  const { kind, direction } = measure;
  const same: Differences = { toUnit: (shift) => shift, toScale: (difference) => difference };
  if (direction === 'within') return same;
  // Decided before the first take, so by none of them: a score is taken as it is.
  const scale = measureScale(kind, direction, scaleName(kind, []));
  if (scale.name === 'identity') return same;
  const sign = direction === 'up' ? 1 : -1;
  const at = scale.toLine(reference);
  // A count of 0 and a share of 1 have a value on the scale that is not quite theirs.
  const held = scale.fromLine(at);
  return {
    toUnit: (shift) => sign * (scale.fromLine(at + shift) - held),
    toScale: (difference) => scale.toLine(held + sign * difference) - at,
  };
}
