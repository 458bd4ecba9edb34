import type { LevelFinding } from '../../engine/experiment/experiment-result.ts';
import { formatAmount, formatTick, unitWords } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';

type Kinded = Pick<Measure, 'kind' | 'unit'>;

/** What differences are counted in, for a heading over bare numbers. */
export function differenceUnit({ kind, unit }: Kinded): string {
  switch (kind) {
    case 'duration':
      return 'seconds';
    case 'proportion':
    case 'pass':
      return 'percentage points';
    case 'rating':
      return 'points';
    default:
      return unitWords({ kind, unit }).trim() || kind;
  }
}

/** A number with its sign and without its unit: "+1.5", "−0.6", "0". */
export function signedDifference(measure: Kinded, difference: number, hasPlus = true): string {
  const [number = ''] = formatAmount(measure, difference).split(' ');
  if (!/[1-9]/.test(number)) return '0';
  if (difference < 0) return `−${number}`;
  return hasPlus ? `+${number}` : number;
}

/** "0.8 to 2.1", "−0.6 or more", "up to 1"; null where neither side has a bound yet. */
export function intervalWords(
  measure: Kinded,
  { lower, upper }: Pick<LevelFinding, 'lower' | 'upper'>,
): string | null {
  const bound = (value: number) => signedDifference(measure, value, false);
  if (lower === null) return upper === null ? null : `up to ${bound(upper)}`;
  return upper === null ? `${bound(lower)} or more` : `${bound(lower)} to ${bound(upper)}`;
}

/** "+1.5 (0.8 to 2.1)"; "not yet" where nothing bounds it: an estimate alone would claim too much. */
export function findingNumbers(
  measure: Kinded,
  finding: Pick<LevelFinding, 'estimate' | 'lower' | 'upper'>,
): string {
  const interval = intervalWords(measure, finding);
  if (finding.estimate === null || interval === null) return 'not yet';
  return `${signedDifference(measure, finding.estimate)} (${interval})`;
}

const A_MINUTE = 60;

/** On an axis of differences, exactly as its tick is. */
export function tickWords(measure: Kinded, value: number): string {
  if (measure.kind === 'duration' && Math.abs(value) >= A_MINUTE)
    return `${value > 0 ? '+' : ''}${formatTick(measure, value)}`;
  const isShare = measure.kind === 'proportion' || measure.kind === 'pass';
  const size = Number((Math.abs(value) * (isShare ? 100 : 1)).toPrecision(6));
  if (size === 0) return '0';
  return `${value < 0 ? '−' : '+'}${size}`;
}
