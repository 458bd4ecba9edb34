import { formatTick, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { levelWords, shareSpan } from '../../engine/picture/wording.ts';
import type { PracticeCard } from '../../features/practice/contract.ts';
import { latestSpan, type Payload, type Span } from './picture-words.ts';

/**
 * "best 42 catches, median 40 of the last 9, four in five between 36 and 41": never a number without what it rests on and
 * how sure it is.
 */
export function numbersOf(
  { attempts }: Pick<PracticeCard, 'attempts'>,
  measure: Measure,
  picture: Payload,
): string | null {
  const { personalBest, latest, share } = picture;
  const only = attempts > 1 ? 'your only take with a score' : 'your only take';
  if (share !== null) {
    const held = share.latest;
    if ('kind' in held) return null;
    if (held.n === 1) return `${formatValue(measure, held.share)}, ${only}`;
    const count = `${countFigures(Math.round(held.share * held.n))} of the last ${countFigures(held.n)} held`;
    return [count, shareSpan(held)].filter((part) => part !== null).join(', ');
  }
  if ('kind' in latest) return null;
  if (latest.n === 1) return `${formatValue(measure, latest.median)}, ${only}`;
  const median = `median ${formatTick(measure, latest.median)} of the last ${countFigures(latest.n)}`;
  const best = personalBest && `best ${formatValue(measure, personalBest.value)}`;
  return [best, median, spanWords(measure, latestSpan(picture))].filter((part) => part !== null).join(', ');
}

function spanWords(measure: Measure, span: Span | null): string | null {
  if (span === null) return null;
  const [low, high] = [formatTick(measure, span.low), formatTick(measure, span.high)];
  if (span.level === null) return low === high ? 'all the same' : `from ${low} to ${high}`;
  return `${levelWords(span.level)} ${low === high ? `at ${low}` : `between ${low} and ${high}`}`;
}
