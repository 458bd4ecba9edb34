import { formatValue } from '../measure/format-value.ts';
import { hasBetter, type Measure } from '../measure/measure.ts';
import { ascending, quantile } from '../picture/order-statistics.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { RUNNING_WINDOW } from '../picture/running-median.ts';
import { TREND_NEEDS_ATTEMPTS } from '../picture/trend.ts';
import type { ConditionLevel, Learned, Usual } from './finding.ts';
import { countHeld, goodnessOf, levelOf } from './level-of.ts';
import { placeAgainst } from './place.ts';

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
  if (history.length === 0) return rangeOf(measure, session);
  const harder = harderCondition(measure, session);
  if (harder !== null) return harder;
  const n = history.length + session.length;
  // Where no value is better than another there will be no trend to wait for.
  if (n < TREND_NEEDS_ATTEMPTS && hasBetter(measure)) {
    return { what: 'towards-a-trend', n, more: TREND_NEEDS_ATTEMPTS - n };
  }
  return againstUsual(measure, session, history) ?? rangeOf(measure, [...history, ...session]);
}

function rangeOf(measure: Measure, attempts: readonly AttemptFact[]): Learned {
  const sorted = ascending(attempts.map((attempt) => attempt.value));
  return {
    what: 'starting-range',
    n: sorted.length,
    low: quantile(sorted, 0),
    high: quantile(sorted, 1),
    held: countHeld(measure, sorted),
  };
}

type Graded = { readonly level: ConditionLevel; readonly good: number };

/** The two conditions of this session that lie furthest apart, if their levels read differently. */
function harderCondition(measure: Measure, session: readonly AttemptFact[]): Learned | null {
  const graded = [...new Set(session.flatMap((attempt) => attempt.conditions ?? []))]
    .map((condition): Graded | null => {
      const tried = session.filter((attempt) => attempt.conditions?.includes(condition));
      if (tried.length < FEWEST_PER_CONDITION) return null;
      return { level: { condition, ...levelOf(measure, tried) }, good: goodnessOf(measure, tried) };
    })
    .filter((one) => one !== null)
    .sort((a, b) => a.good - b.good);
  const harder = graded[0];
  const easier = graded.at(-1);
  if (harder === undefined || easier === undefined || harder.good >= easier.good) return null;
  const isSeen =
    measure.kind === 'pass' ||
    formatValue(measure, harder.level.median) !== formatValue(measure, easier.level.median);
  return isSeen ? { what: 'harder-condition', harder: harder.level, easier: easier.level } : null;
}

function againstUsual(
  measure: Measure,
  session: readonly AttemptFact[],
  history: readonly AttemptFact[],
): Learned | null {
  const usual = usualOf(measure, history);
  if (usual === null) return null;
  const level = levelOf(measure, session);
  return { what: 'against-usual', place: placeAgainst(measure, level.median, usual), ...level, ...usual };
}

/** The middle half of the latest attempts before; null where they are too few to have one. */
export function usualOf(measure: Measure, history: readonly AttemptFact[]): Usual | null {
  const values = ascending(history.slice(-RUNNING_WINDOW).map((attempt) => attempt.value));
  if (values.length < FEWEST_FOR_USUAL) return null;
  return {
    q25: quantile(values, 0.25),
    q75: quantile(values, 0.75),
    nBefore: values.length,
    heldBefore: countHeld(measure, values),
  };
}
