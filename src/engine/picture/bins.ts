import { ascending, quantile } from './order-statistics.ts';
import type { AttemptFact, Drawn, PictureBin } from './picture.ts';

/** About as many points as stay apart on a wide screen; beyond it they are drawn as bins. */
const POINTS_AT_MOST = 600;
/** One bin per three pixels of the chart's width: more could not be seen. */
const BINS_AT_MOST = 400;

/** Attempts in the largest bin; 1 where every attempt is a point. */
export function binWidth(n: number): number {
  return n <= POINTS_AT_MOST ? 1 : Math.ceil(n / BINS_AT_MOST);
}

/** Bins of equal numbers of attempts (the last may be smaller), so that each says equally much. */
export function drawAttempts(attempts: readonly AttemptFact[]): Drawn {
  const n = attempts.length;
  const width = binWidth(n);
  if (width === 1) {
    return {
      kind: 'points',
      points: attempts.map(({ value, at, sessionId, id, number }, index) => {
        const point = { index, number: number ?? index + 1, value, at, sessionId };
        return id === undefined ? point : { ...point, id };
      }),
    };
  }
  const bins: PictureBin[] = [];
  for (let first = 0; first < n; first += width) {
    const bin = drawBin(attempts.slice(first, first + width), first);
    if (bin !== null) bins.push(bin);
  }
  return { kind: 'bins', bins };
}

function drawBin(members: readonly AttemptFact[], first: number): PictureBin | null {
  const start = members[0];
  const end = members.at(-1);
  if (start === undefined || end === undefined) return null;
  const sorted = ascending(members.map((attempt) => attempt.value));
  return {
    first,
    last: first + members.length - 1,
    firstNumber: start.number ?? first + 1,
    lastNumber: end.number ?? first + members.length,
    firstAt: start.at,
    lastAt: end.at,
    n: members.length,
    min: quantile(sorted, 0),
    q25: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q75: quantile(sorted, 0.75),
    max: quantile(sorted, 1),
  };
}
