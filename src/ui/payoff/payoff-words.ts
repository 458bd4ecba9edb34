import { axisLabel, formatRange, formatValue } from '../../engine/measure/format-value.ts';
import { DIRECTIONS, type Direction, type Measure, type MeasureKind } from '../../engine/measure/measure.ts';

/** What each kind of measure is, in the words of somebody who chooses one. */
export const KIND_WORDS = {
  count: 'How many',
  duration: 'How long',
  proportion: 'What share',
  rate: 'How many a minute',
  rating: 'How it felt or sounded, 0 to 10',
  pass: 'Held, or not yet',
  score: 'A score of some other kind',
} as const satisfies Readonly<Record<MeasureKind, string>>;

const DIRECTION_WORDS = {
  up: 'More',
  down: 'Less',
  within: 'Within a range',
} as const satisfies Readonly<Record<Direction, string>>;

/** Which way is better, to choose from. */
export const DIRECTION_SEGMENTS = DIRECTIONS.map((value) => ({ value, label: DIRECTION_WORDS[value] }));

const BETTER = {
  up: 'more is better',
  down: 'less is better',
  within: 'best within a range',
} as const satisfies Readonly<Record<Direction, string>>;

/** "Measured in catches; more is better." */
export function measuredAsWords(measure: Measure): string {
  if (measure.kind === 'pass') return 'Each take held, or not yet.';
  return `Measured in ${axisLabel(measure)}; ${BETTER[measure.direction]}.`;
}

/** "Target 30 catches or more." or "No target: it is counted, and never reached." */
export function targetSentence(measure: Measure): string {
  const { low, high } = measure.target;
  if (low !== null && high !== null) return `Target ${formatRange(measure, low, high)}.`;
  if (low !== null) return `Target ${formatValue(measure, low)}${measure.kind === 'pass' ? '' : ' or more'}.`;
  if (high !== null)
    return `Target ${formatValue(measure, high)}${measure.kind === 'pass' ? '' : ' or less'}.`;
  return 'No target yet: it is counted, and never “reached”.';
}
