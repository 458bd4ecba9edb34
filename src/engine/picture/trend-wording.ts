import { formatAmount } from '../measure/format-value.ts';
import type { Measure } from '../measure/measure.ts';
import { countFigures } from './count-words.ts';
import type { SlopeEstimate, Trend } from './picture.ts';
import { takes } from './takes-words.ts';
import {
  betweenAmounts,
  inBrackets,
  isNoSpan,
  type LevelsSaid,
  levelled,
  NO_RANGE,
  readsNone,
  spanned,
  tooFewAttempts,
  tooFewSessions,
} from './wording.ts';

/** The trend as one sentence, never more than the interval allows. */
export function trendSentence(measure: Measure, trend: Trend, said: LevelsSaid = 'in-each'): string {
  switch (trend.kind) {
    case 'too-few-attempts':
      return tooFewAttempts(trend.have, trend.need);
    case 'too-few-sessions':
      return tooFewSessions(trend.have, trend.need);
    case 'no-target':
      return NO_RANGE;
    case 'improving':
    case 'slipping': {
      const verb = trend.kind === 'improving' ? 'Improving' : 'Slipping';
      const about = formatAmount(measure, spanned(measure, trend.perTenAttempts));
      const span = betweenAmounts(measure, trend.low, trend.high);
      return `${verb} by about ${about} every ten takes, over the last ${countFigures(trend.n)}; ${levelled(trend.level, span, said)}.`;
    }
    case 'cannot-tell':
      return cannotTellSentence(measure, trend, said);
    default:
      return trend satisfies never;
  }
}

/** Says how far it may go on either side, so that nobody reads a direction into it. */
function cannotTellSentence(
  measure: Measure,
  { low, high, level, n }: SlopeEstimate,
  said: LevelsSaid,
): string {
  if (isNoSpan({ low, high })) return `No change over the last ${takes(n)}.`;
  const sides = [
    ...(readsNone(measure, low) ? [] : [`${formatAmount(measure, spanned(measure, low))} worse`]),
    ...(readsNone(measure, high) ? [] : [`${formatAmount(measure, spanned(measure, high))} better`]),
  ].map((side) => `at most ${side}`);
  const sure = inBrackets(level, said);
  if (sides.length === 0) return `Next to no change over the last ${takes(n)}${sure}.`;
  return `Cannot tell yet over the last ${takes(n)}: ten takes make it ${sides.join(' or ')}${sure}.`;
}
