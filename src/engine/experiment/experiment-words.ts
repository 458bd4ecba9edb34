import { formatAmount, formatAmounts } from '../measure/format-value.ts';
import type { Measure } from '../measure/measure.ts';
import { countWords } from '../picture/count-words.ts';
import { sentenceCase } from '../sentence-case.ts';
import type { LevelFinding } from './experiment-result.ts';
import type { MoreNeeded } from './more-needed.ts';

/** One comparison as a plain sentence: never more than its interval allows. Differences at 95%, valid at every look. */
export function experimentSentence(measure: Measure, finding: LevelFinding): string {
  const { level, against, lower, upper, verdict } = finding;
  if (lower === null || upper === null) return `Too soon to tell ${level} from ${against}.`;
  switch (verdict) {
    case 'better':
      return beats(measure, [level, against], [lower, upper]);
    case 'worse':
      return beats(measure, [against, level], [-upper, -lower]);
    case 'no-difference': {
      const most = Math.max(Math.abs(lower), Math.abs(upper));
      return `No difference you would notice between ${level} and ${against}: at most ${formatAmount(measure, most)} either way.`;
    }
    case 'not-enough':
      return `Too soon to tell ${level} from ${against}: it could be up to ${formatAmount(measure, lower)} worse or ${formatAmount(measure, upper)} better.`;
    default:
      return verdict satisfies never;
  }
}

function beats(
  measure: Measure,
  [better, worse]: readonly [string, string],
  [low, high]: readonly [number, number],
): string {
  const same = formatAmount(measure, low) === formatAmount(measure, high);
  const by = same ? `about ${formatAmount(measure, high)}` : formatAmounts(measure, low, high);
  return `${sentenceCase(better)} beats ${worse} by ${by}.`;
}

/** How many more would settle it: a guide with its span, and said as one. */
export function moreNeededSentence(more: MoreNeeded | null, unit: 'attempt' | 'session'): string {
  const named = unit === 'attempt' ? 'takes' : 'sessions';
  if (more === null) return `How many more ${named} would settle it cannot be told yet.`;
  const { low, high } = more;
  return `Likely settled in ${countWords(low)} to ${countWords(high)} more ${named} (four in five).`;
}
