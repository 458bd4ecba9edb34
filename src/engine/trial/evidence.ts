/**
 * Evidence against each of many shifts that one level could make against another: betting processes that all start at 1,
 * for every shift one for every way of betting. Where the shift is the true one none gains on average, so their mean
 * exceeds 1/alpha ever with probability at most alpha (Ville 1939). Rows are shifts, columns ways; natural logarithms.
 */
export type Evidence = { readonly shifts: Float64Array; readonly ways: number; readonly logs: Float64Array };

/**
 * Among more than two levels a row tells its own probability alone. What is staked must then not hang on those of the others: a
 * gain of 1 + c/p with the level on trial, 1 - c/p with the one it is held against and 1 with any other is worth 1 on average for
 * every c that was chosen before the draw, since p cancels out.
 */
export type AmongMore = {
  /** Of the level that was drawn, among all. */
  readonly own: number;
  /** What c is by Bayes' rule where a gain of 1 + (1 - p) is due between the two, as far as was known: ab/(a + b). */
  readonly weight: number;
  /** The largest c: no probability may be smaller, or all could be lost and more. */
  readonly most: number;
};

/** Of a row rarer than any that was expected this much of the evidence is left. */
const LEAST_LEFT = 0.05;

/** What one attempt multiplies the evidence by; `c` as above. */
export function gainAmong({ own, most }: AmongMore, level: 0 | 1, c: number): number {
  const held = Math.min(most, Math.max(-most, c));
  return Math.max(LEAST_LEFT, 1 + ((level === 1 ? 1 : -1) * held) / own);
}

/** What one attempt of a trial brings, once its forecast is made; lengths on the working scale. */
export type Weighed = {
  readonly value: number;
  /** 1 with the level on trial, 0 with the one it is held against. */
  readonly level: 0 | 1;
  /** Of the level on trial between the two, when it was drawn; among more than two levels only as far as was known before. */
  readonly probability: number;
  /** Null where there are no other levels than these two. */
  readonly among: AmongMore | null;
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
