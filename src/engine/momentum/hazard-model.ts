/** One expected session of one person: what was known before it, and whether the person came. */
export type HazardRow = {
  readonly person: string;
  readonly features: readonly number[];
  /** True where no session came any more. */
  readonly stopped: boolean;
};

/** Plain data, for JSON. */
export type HazardModel = {
  readonly kind: 'hazard-model';
  readonly names: readonly string[];
  readonly centres: readonly number[];
  readonly spreads: readonly number[];
  /** First the intercept, then one for each name, of features in spreads from their centre. */
  readonly coefficients: readonly number[];
  /** Inverse of the penalised information, row by row, widened for the likeness of one person's rows. */
  readonly covariance: readonly number[];
  readonly persons: number;
  readonly rows: number;
  /** Of the log odds between persons that features do not tell apart, learnt by the scatter of what each did. */
  readonly frailtyVariance: number;
};

export type TooFewRows = { readonly kind: 'too-few-rows'; readonly have: number; readonly need: number };

/** Features beyond so many spreads from their centre say no more than at them: nobody was there to learn from. */
export const FARTHEST_SPREADS = 4;
export const MOST_LOG_ODDS = 20;

/** The row's features in spreads, with 1 for the intercept in front. */
export function designRow(
  model: Pick<HazardModel, 'centres' | 'spreads'>,
  features: readonly number[],
): Float64Array {
  const row = new Float64Array(model.centres.length + 1);
  row[0] = 1;
  for (const [place, centre] of model.centres.entries()) {
    const raw = features[place] ?? centre;
    const away = Number.isFinite(raw) ? (raw - centre) / (model.spreads[place] ?? 1) : 0;
    row[place + 1] = Math.min(FARTHEST_SPREADS, Math.max(-FARTHEST_SPREADS, away));
  }
  return row;
}

export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-Math.min(MOST_LOG_ODDS, Math.max(-MOST_LOG_ODDS, logOdds))));
}
