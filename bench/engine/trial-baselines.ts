/**
 * Other ways of judging a drawn level, on the same attempts: `values` on the line, `levels` drawn 0 or 1 by a fair coin, all
 * at 5%. Where a method gives an interval, `holds` tells whether it held the true effect at every look.
 */
export type TrialOutcome = {
  /** Attempts until the first claim; null: none was made. */
  readonly stop: number | null;
  readonly holds: boolean | null;
};

export type TrialMethod = (
  values: readonly number[],
  levels: readonly (0 | 1)[],
  effect: number,
) => TrialOutcome;

const ALPHA = 0.05;
const EWMA_RATE = 0.1;
/** Fewer scores have no useful scatter. */
const FEWEST = 10;

/** z = (y - m)(A - p)/(p(1 - p)) with m the EWMA of what came before; from the second attempt on. */
function scores(values: readonly number[], levels: readonly (0 | 1)[]): readonly number[] {
  let level = values[0] ?? 0;
  return values.slice(1).map((value, place) => {
    const score = ((value - level) * ((levels[place + 1] ?? 0) - 0.5)) / 0.25;
    level += EWMA_RATE * (value - level);
    return score;
  });
}

/** Asymptotic confidence sequence on the mean score, tightest after `tightest` attempts, looked at after every one. */
export const confidenceSequence =
  (tightest: number): TrialMethod =>
  (values, levels, effect) => {
    const rho2 = (-2 * Math.log(ALPHA) + Math.log(-2 * Math.log(ALPHA) + 1)) / tightest;
    let [n, mean, squares] = [0, 0, 0];
    let stop: number | null = null;
    let holds = true;
    for (const score of scores(values, levels)) {
      n += 1;
      const off = score - mean;
      mean += off / n;
      squares += off * (score - mean);
      if (n < FEWEST) continue;
      const sd = Math.sqrt(squares / (n - 1));
      const v = n * rho2 + 1;
      const half = sd * Math.sqrt(((2 * v) / (n * n * rho2)) * Math.log(Math.sqrt(v) / ALPHA));
      if (Math.abs(mean - effect) > half) holds = false;
      if (stop === null && Math.abs(mean) > half) stop = n + 1;
    }
    return { stop, holds };
  };

const STAKES = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((stake) => [stake, -stake]);
const MAD_TO_SD = Math.sqrt(Math.PI / 2);

/** Product of 1 + λ(2A - 1)·clip((y - m)/s, -1, 1), s the scatter before, averaged over λ of both signs. */
export const bettingProcess: TrialMethod = (values, levels) => {
  const won = STAKES.map(() => 1);
  let level = values[0] ?? 0;
  let [misses, count] = [0, 0];
  for (const [place, value] of values.entries()) {
    if (place === 0) continue;
    const scatter = count < 3 ? 0 : (MAD_TO_SD * misses) / count;
    const clipped = scatter === 0 ? 0 : Math.max(-1, Math.min(1, (value - level) / scatter));
    const side = levels[place] === 1 ? 1 : -1;
    for (const [way, stake] of STAKES.entries()) won[way] = (won[way] ?? 0) * (1 + stake * side * clipped);
    misses += Math.abs(value - level);
    count += 1;
    level += EWMA_RATE * (value - level);
    if (won.reduce((sum, one) => sum + one, 0) / won.length >= 1 / ALPHA)
      return { stop: place + 1, holds: null };
  }
  return { stop: null, holds: null };
};

const NORMAL_95 = 1.96;

/** The scores' mean against its standard error, once. */
export const oneLook: TrialMethod = (values, levels, effect) => {
  const all = scores(values, levels);
  const mean = all.reduce((sum, score) => sum + score, 0) / all.length;
  const variance = all.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (all.length - 1);
  const half = NORMAL_95 * Math.sqrt(variance / all.length);
  return { stop: Math.abs(mean) > half ? values.length : null, holds: Math.abs(mean - effect) <= half };
};
