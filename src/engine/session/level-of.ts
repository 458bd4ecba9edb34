import { goodness, type Measure } from '../measure/measure.ts';
import { meanOf, medianOf } from '../picture/order-statistics.ts';
import type { AttemptFact } from '../picture/picture.ts';
import type { Level } from './finding.ts';

/** Of at least one attempt. */
export function levelOf(measure: Measure, attempts: readonly AttemptFact[]): Level {
  const values = attempts.map((attempt) => attempt.value);
  return { n: values.length, median: medianOf(values), held: countHeld(measure, values) };
}

/** How many passes; null for any other kind. */
export function countHeld({ kind }: Measure, values: readonly number[]): number | null {
  return kind === 'pass' ? values.filter((value) => value === 1).length : null;
}

/** How good the attempts are as one number, more being better: their median, or the share of passes. */
export function goodnessOf(measure: Measure, attempts: readonly AttemptFact[]): number {
  const values = attempts.map((attempt) => attempt.value);
  return measure.kind === 'pass'
    ? meanOf(values.map((value) => goodness(measure, value)))
    : goodness(measure, medianOf(values));
}
