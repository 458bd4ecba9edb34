import { formatValue } from '../measure/format-value.ts';
import { goodness, type Measure } from '../measure/measure.ts';
import { ascending, medianOf, quantile } from '../picture/order-statistics.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { RUNNING_WINDOW } from '../picture/running-median.ts';
import { TREND_NEEDS_ATTEMPTS } from '../picture/trend.ts';
import type { Learned } from './finding.ts';

/** One attempt each would compare two attempts, not two conditions. */
const FEWEST_PER_CONDITION = 2;
/** Quartiles of fewer would be made of interpolation. */
const FEWEST_FOR_USUAL = 4;

/** What a session without a positive finding still teaches: a description of what happened, and no verdict. */
export function findLearned(
  measure: Measure,
  session: readonly AttemptFact[],
  history: readonly AttemptFact[],
): Learned {
  if (session.length === 0) return { what: 'no-attempts' };
  if (history.length === 0) return rangeOf(session);
  const harder = harderCondition(measure, session);
  if (harder !== null) return harder;
  const n = history.length + session.length;
  if (n < TREND_NEEDS_ATTEMPTS) return { what: 'towards-a-trend', n, more: TREND_NEEDS_ATTEMPTS - n };
  return againstUsual(measure, session, history) ?? rangeOf([...history, ...session]);
}

function rangeOf(attempts: readonly AttemptFact[]): Learned {
  const sorted = ascending(attempts.map((attempt) => attempt.value));
  return { what: 'starting-range', n: sorted.length, low: quantile(sorted, 0), high: quantile(sorted, 1) };
}

type Level = { readonly condition: string; readonly median: number; readonly n: number };

/** The two conditions of this session that lie furthest apart, if their medians read differently. */
function harderCondition(measure: Measure, session: readonly AttemptFact[]): Learned | null {
  const levels = [...new Set(session.flatMap((attempt) => attempt.conditions ?? []))]
    .map((condition): Level | null => {
      const values = session
        .filter((attempt) => attempt.conditions?.includes(condition))
        .map((attempt) => attempt.value);
      return values.length < FEWEST_PER_CONDITION
        ? null
        : { condition, median: medianOf(values), n: values.length };
    })
    .filter((level) => level !== null)
    .sort((a, b) => goodness(measure, a.median) - goodness(measure, b.median));
  const harder = levels[0];
  const easier = levels.at(-1);
  if (harder === undefined || easier === undefined) return null;
  if (goodness(measure, harder.median) >= goodness(measure, easier.median)) return null;
  if (formatValue(measure, harder.median) === formatValue(measure, easier.median)) return null;
  return {
    what: 'harder-condition',
    harder: harder.condition,
    harderMedian: harder.median,
    harderN: harder.n,
    easier: easier.condition,
    easierMedian: easier.median,
    easierN: easier.n,
  };
}

function againstUsual(
  measure: Measure,
  session: readonly AttemptFact[],
  history: readonly AttemptFact[],
): Learned | null {
  const usual = history.slice(-RUNNING_WINDOW).map((attempt) => attempt.value);
  if (usual.length < FEWEST_FOR_USUAL) return null;
  const sorted = ascending(usual);
  const byGoodness = ascending(usual.map((value) => goodness(measure, value)));
  const median = medianOf(session.map((attempt) => attempt.value));
  const level = goodness(measure, median);
  const isWorse = level < quantile(byGoodness, 0.25);
  const isBetter = level > quantile(byGoodness, 0.75);
  return {
    what: 'against-usual',
    place: isWorse ? 'worse' : isBetter ? 'better' : 'inside',
    median,
    n: session.length,
    q25: quantile(sorted, 0.25),
    q75: quantile(sorted, 0.75),
    nBefore: usual.length,
  };
}
