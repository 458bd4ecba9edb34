/**
 * Evidence against each of many shifts that one level could make against another: betting processes that all start at 1,
 * for every shift one for every way of betting. Where the shift is the true one none gains on average, so their mean
 * exceeds 1/alpha ever with probability at most alpha (Ville 1939). Rows are shifts, columns ways; natural logarithms.
 */
export type Evidence = { readonly shifts: Float64Array; readonly ways: number; readonly logs: Float64Array };

/** What one attempt of a trial brings, once its forecast is made; lengths on the working scale. */
export type Weighed = {
  readonly value: number;
  /** 1 with the level on trial, 0 with the one it is held against. */
  readonly level: 0 | 1;
  /** Of the level on trial, when it was drawn, between the two. */
  readonly probability: number;
  /** Forecast before the draw, and how much of the level's shift is in it. */
  readonly forecast: number;
  readonly share: number;
  /** Of one attempt about its forecast, as known before it; 0: not known yet. */
  readonly sd: number;
};

/** How an attempt is bet on. */
export type Betting = {
  readonly ways: number;
  readonly weigh: (evidence: Evidence, weighed: Weighed) => void;
};

export function startEvidence(from: number, to: number, count: number, ways: number): Evidence {
  const shifts = Float64Array.from(
    { length: count },
    (_, index) => from + ((to - from) * index) / (count - 1),
  );
  return { shifts, ways, logs: new Float64Array(count * ways) };
}

/** Natural logarithm of the mean over all ways of what was won against the shift at `row`. */
export function logEvidence({ logs, ways }: Evidence, row: number): number {
  const of = logs.subarray(row * ways, (row + 1) * ways);
  let most = Number.NEGATIVE_INFINITY;
  for (const log of of) most = Math.max(most, log);
  let sum = 0;
  for (const log of of) sum += Math.exp(log - most);
  return most + Math.log(sum / ways);
}
