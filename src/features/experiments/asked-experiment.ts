import { termsFault } from '../../engine/experiment/terms.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { parseValue } from '../../engine/measure/parse-value.ts';
import { typedValue } from '../../engine/measure/typed-value.ts';
import { LEAST_PROBABILITY, type TrialDesign } from '../../engine/trial/design.ts';
import type { ExperimentBody } from './contract.ts';

export type Variable = { readonly name: string; readonly levels: readonly string[] };

/** At hand in every practice, whatever its design says. */
export const READY_MADE: readonly Variable[] = [
  { name: 'place', levels: ['the usual place', 'somewhere else'] },
  { name: 'company', levels: ['alone', 'with somebody'] },
];
export const MOST_OWN_LEVELS = 4;

export const NO_DIFFERENCE = '';

/** As it is filled in: texts as they were typed. */
export type AskedDraft = {
  readonly variable: string;
  /** All there are to choose from; the first that is used is what the others are held against. */
  readonly levels: readonly string[];
  readonly leftOut: readonly string[];
  readonly question: string;
  readonly unit: 'attempt' | 'session';
  /** A level, or none that is better. */
  readonly predicted: string;
  readonly confidence: number;
  readonly smallest: string;
  readonly reference: string;
  /** The first take of a session is a warm-up: not weighed. */
  readonly hasWarmUp: boolean;
  /** Of three levels and more: what does well is drawn more often. */
  readonly isLearning: boolean;
};

export type AskedFault = { readonly field: keyof AskedDraft; readonly message: string };

/** One tap chooses what to vary, and the rest is filled in so that a second can begin. `now`: about where the learner is. */
export function draftFor(variable: Variable, measure: Measure, now: number | null): AskedDraft {
  const isReadyMade = READY_MADE.some(({ name }) => name === variable.name);
  return {
    variable: variable.name,
    levels: variable.levels,
    leftOut: [],
    question: questionOf(variable.name),
    // A place is not changed for every take.
    unit: isReadyMade ? 'session' : 'attempt',
    predicted: NO_DIFFERENCE,
    confidence: 0.5,
    smallest: typedValue('score', usualSmallest(measure, now)),
    reference: now === null ? '' : typedValue(measure.kind, now),
    hasWarmUp: false,
    isLearning: variable.levels.length > 2,
  };
}

export function questionOf(variable: string): string {
  return variable === '' ? '' : `What does the ${variable} change?`;
}

/** What many would notice; the learner's own word counts. Proportions and passes in percentage points, times in seconds. */
export function usualSmallest({ kind }: Pick<Measure, 'kind'>, now: number | null): number {
  switch (kind) {
    case 'rating':
      return 0.5;
    case 'pass':
      return 10;
    case 'proportion':
      return 5;
    case 'count':
      return Math.max(1, Math.round((now ?? 0) / 10));
    default:
      return now === null || now === 0 ? 1 : Number(Math.abs(now / 10).toPrecision(1));
  }
}

/** What a smallest difference is counted in. */
export function smallestUnit({ kind, unit }: Measure): string {
  switch (kind) {
    case 'pass':
    case 'proportion':
      return 'percentage points';
    case 'duration':
      return 'seconds';
    case 'rating':
      return 'points';
    case 'rate':
    case 'count':
    case 'score':
      return unit;
    default:
      return kind satisfies never;
  }
}

/** Effects of these are shares of what there is, so they need to know about how much there is. */
export function needsReference({ kind, direction }: Measure): boolean {
  return direction !== 'within' && ['count', 'duration', 'rate', 'proportion'].includes(kind);
}

export type AskedTerms = Omit<
  ExperimentBody,
  'practiceId' | 'payoffId' | 'seed' | 'commitment' | 'startedAt'
>;

/** What was filled in, as it can be agreed; or what is wrong with it, each with its field. */
export function readAsked(
  draft: AskedDraft,
  measure: Measure,
): { readonly terms: AskedTerms } | { readonly faults: readonly AskedFault[] } {
  const faults: AskedFault[] = [];
  const fault = (field: keyof AskedDraft, message: string) => faults.push({ field, message });
  const variable = draft.variable.trim();
  if (variable === '') fault('variable', 'Give what you change a name, such as “posture”.');
  const levels = usedLevels(draft);
  if (levels.length < 2) fault('levels', 'Name at least two settings to compare.');
  else if (new Set(levels.map((level) => level.toLowerCase())).size < levels.length)
    fault('levels', 'Two settings have the same name: change one.');
  const smallest = parseValue('score', draft.smallest);
  if (smallest.kind === 'fault' || smallest.value <= 0)
    fault('smallest', `Give a number above 0, in ${smallestUnit(measure)}.`);
  const reference = needsReference(measure) ? parseValue(measure.kind, draft.reference) : null;
  if (reference?.kind === 'fault') fault('reference', 'Give about what you reach now, as you log it.');
  if (faults.length > 0) return { faults };
  const terms = {
    question: draft.question.trim() === '' ? questionOf(variable) : draft.question.trim(),
    variable,
    levels,
    unit: draft.unit,
    draw: drawOf(draft, levels.length),
    washout: draft.unit === 'session' && draft.hasWarmUp ? 1 : 0,
    smallest: (smallest.kind === 'value' ? smallest.value : 0) / (isInPoints(measure) ? 100 : 1),
    reference: reference?.kind === 'value' ? reference.value : 0,
    predictedLevel: levels.includes(draft.predicted) ? draft.predicted : null,
    confidence: draft.confidence,
  };
  const design = { levels, unit: terms.unit, draw: terms.draw, washout: terms.washout };
  const unfit = termsFault({ ...terms, design, measure });
  return unfit === null ? { terms } : { faults: [{ field: 'smallest', message: unfit }] };
}

const isInPoints = ({ kind }: Measure) => kind === 'pass' || kind === 'proportion';

export function usedLevels({ levels, leftOut }: Pick<AskedDraft, 'levels' | 'leftOut'>): string[] {
  return levels
    .filter((level) => !leftOut.includes(level))
    .map((level) => level.trim())
    .filter((level) => level !== '');
}

function drawOf({ isLearning }: AskedDraft, levels: number): ExperimentBody['draw'] & TrialDesign['draw'] {
  if (isLearning && levels > 2) return { kind: 'adaptive', floor: LEAST_PROBABILITY };
  return { kind: 'fixed', probabilities: Array.from({ length: levels }, () => 1 / levels) };
}
