/**
 * One step ahead, so that what is left of an attempt carries as little as possible that has nothing to do with its level.
 * The forecast is linear in the values: for any shift `d` of the trial's level, the forecast of the values without that
 * shift is `value - d * share`, and needs no second pass. Whatever it is, the trial stays valid: it uses the past alone.
 */
export type ForecastParts = {
  /** Of the values as they are. */
  readonly value: number;
  /** Of the level: how much of the shift is in `value`. */
  readonly share: number;
};

/** Weights of the latest attempt in moving averages: from a long memory to a short one. */
const RATES = [0.03, 0.06, 0.12, 0.25, 0.5] as const;
/** How much of what the models showed is remembered from one attempt to the next. */
const MEMORY = 0.99;
/** Misses beyond so many standard deviations count in proportion: one slip does not choose the model. */
const HUBER = 2;
/** Holds the slope on log n down as two attempts one unit away would. */
const RIDGE = 2;

type Sums = { value: number; level: number; weight: number };

export type Forecaster = {
  readonly averages: readonly Sums[];
  readonly line: {
    n: number;
    x: number;
    xx: number;
    value: number;
    xValue: number;
    level: number;
    xLevel: number;
  };
  readonly loss: Float64Array;
};

export function startForecaster(): Forecaster {
  return {
    averages: RATES.map(() => ({ value: 0, level: 0, weight: 0 })),
    line: { n: 0, x: 0, xx: 0, value: 0, xValue: 0, level: 0, xLevel: 0 },
    loss: new Float64Array(RATES.length + 1),
  };
}

/** Each model's own forecast of the next attempt. Needs one attempt. */
function partsByModel({ averages, line }: Forecaster): readonly ForecastParts[] {
  const parts = averages.map(({ value, level, weight }) => ({
    value: value / weight,
    share: level / weight,
  }));
  const { n, x, xx, value, xValue, level, xLevel } = line;
  const ahead = Math.log(n + 1) - x / n;
  const spread = xx - (x * x) / n + RIDGE;
  const slope = (xValue - (x * value) / n) / spread;
  const levelSlope = (xLevel - (x * level) / n) / spread;
  return [...parts, { value: value / n + slope * ahead, share: level / n + levelSlope * ahead }];
}

function weightsOf(loss: Float64Array): readonly number[] {
  const least = Math.min(...loss);
  const weights = Array.from(loss, (one) => Math.exp(least - one));
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((one) => one / sum);
}

export function forecastParts(forecaster: Forecaster): ForecastParts {
  const weights = weightsOf(forecaster.loss);
  let [value, share] = [0, 0];
  for (const [model, parts] of partsByModel(forecaster).entries()) {
    value += (weights[model] ?? 0) * parts.value;
    share += (weights[model] ?? 0) * parts.share;
  }
  return { value, share };
}

/** `level`: 1 with the level on trial, 0 without. `shift`: its effect as it is known so far; `sd`: of one attempt. */
export function learn(forecaster: Forecaster, value: number, level: number, shift: number, sd: number): void {
  const { averages, line, loss } = forecaster;
  if (line.n > 0 && sd > 0) {
    for (const [model, parts] of partsByModel(forecaster).entries()) {
      const miss = Math.abs(value - shift * level - (parts.value - shift * parts.share)) / sd;
      const cost = miss < HUBER ? (miss * miss) / 2 : HUBER * miss - (HUBER * HUBER) / 2;
      loss[model] = MEMORY * (loss[model] ?? 0) + cost;
    }
  }
  for (const [index, sums] of averages.entries()) {
    const kept = 1 - (RATES[index] ?? 0);
    sums.value = kept * sums.value + value;
    sums.level = kept * sums.level + level;
    sums.weight = kept * sums.weight + 1;
  }
  line.n += 1;
  const x = Math.log(line.n);
  line.x += x;
  line.xx += x * x;
  line.value += value;
  line.xValue += x * value;
  line.level += level;
  line.xLevel += x * level;
}
