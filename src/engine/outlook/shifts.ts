import type { FollowedCurve } from '../curve/curve.ts';
import type { Measure } from '../measure/measure.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { findChangePoints, MEAN_RUN_ATTEMPTS } from '../plateau/change-points.ts';

/** From here on attempts lay elsewhere than was forecast. `number` and `seenNumber` are what people call the attempts. */
export type Shift = {
  readonly index: number;
  readonly number: number;
  readonly at: number;
  /** Attempts from it to the one at which it was seen, both counted. */
  readonly n: number;
  readonly seenNumber: number;
  /** Of a range, neither side is better. */
  readonly direction: 'better' | 'worse' | 'elsewhere';
};

const MOST = 3;
/** So many times the attempts lie between false alarms on average: of practices where nothing changes, one in five shows any at most. */
const RUN_TIMES = 5;

/** The latest first, three at most: docs/science/plateau.md, "Change points". */
export function shiftsIn(
  { direction: side }: Pick<Measure, 'direction'>,
  attempts: readonly AttemptFact[],
  { residuals }: Pick<FollowedCurve, 'residuals'>,
): readonly Shift[] {
  const points = findChangePoints(residuals, Math.max(MEAN_RUN_ATTEMPTS, RUN_TIMES * attempts.length));
  if (points.kind === 'too-few-attempts') return [];
  const latest = points.found.slice(-MOST).reverse();
  return latest.flatMap(({ beganAt, seenAt, direction, n }) => {
    const [began, seen] = [attempts[beganAt - 1], attempts[seenAt - 1]];
    if (began === undefined || seen === undefined) return [];
    return [
      {
        index: beganAt - 1,
        number: began.number ?? beganAt,
        at: began.at,
        n,
        seenNumber: seen.number ?? seenAt,
        direction: side === 'within' ? 'elsewhere' : direction,
      },
    ];
  });
}
