import { normalShare } from '../retention/normal-share.ts';
import { type Probability, probability } from '../units.ts';

/** How a thing was practised: in blocks of one kind, or kinds mixed. */
export type PracticeOrder = 'mixed' | 'blocked';

/** When a result was measured. Practice itself tells nothing of what mixing does: it looks worse while it helps. */
export type ProbeKind = 'practice' | 'delayed' | 'transfer';

export type Probe = {
  readonly kind: ProbeKind;
  /** How what is probed had been practised, drawn beforehand. */
  readonly order: PracticeOrder;
  /** On the line of the measure, where more is better. */
  readonly value: number;
  /** The sitting in which it was probed: what the day does is common to all of it. */
  readonly sitting: string;
};

/** In standard deviations of one probe about its sitting, positive where mixing is better; the interval is of 95%. */
export type MixingEffect = {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** That mixing is better at all. */
  readonly probability: Probability;
};

export type MixingVerdict = 'mixed-better' | 'blocked-better' | 'cannot-tell';

export type Mixing =
  | {
      readonly kind: 'too-early';
      /** Delayed and transfer probes of sittings that have both; what is expected of anybody until there are enough. */
      readonly mixed: number;
      readonly blocked: number;
      readonly need: number;
      readonly before: MixingEffect;
    }
  | {
      readonly kind: 'effect';
      readonly verdict: MixingVerdict;
      readonly mixed: number;
      readonly blocked: number;
      readonly sittings: number;
      readonly effect: MixingEffect;
      /** What the probes say by themselves, without what is expected beforehand. */
      readonly seen: number;
    };

/**
 * Standardised mean difference of transfer expected beforehand, in applied settings: Czyż, Wójcik & Solarská 2024, Frontiers in Psychology
 * 15:1377122 (34 studies: 0.55 overall, 0.75 in laboratories, 0.34 and not significant in applied settings, 0.12 in the young). That it
 * differs from person to person by 0.4 is ours.
 */
export const MIXING_PRIOR = { mean: 0.35, sd: 0.4 } as const;

/** Of either order; fewer are too early to say anything of. */
export const FEWEST_PROBES = 6;
const FEWEST_FREEDOM = 6;
const Z95 = 1.959963984540054;

/**
 * The effect of mixed against blocked practice, on delayed and transfer probes alone. Within sittings, y = sitting + b mixed + noise by
 * least squares: g = b/s with variance v (1/v is the sum of squares of `mixed` about its sittings' means), nu degrees
 * of freedom. Given sigma = s/u, g u is normal about the effect with variance v, and nu u^2 is chi-squared: so the posterior
 * is a mixture over u of normals, each Bayes' rule with the prior N(0.35, 0.4^2). Exact for normal noise also with few probes.
 */
export function mixingEffect(probes: readonly Probe[]): Mixing {
  const { mixed, blocked, sittings, slope, information, residual } = withinSittings(probes);
  const freedom = mixed + blocked - sittings - 1;
  const isEnough = Math.min(mixed, blocked) >= FEWEST_PROBES && freedom >= FEWEST_FREEDOM;
  if (!isEnough || residual <= 0)
    return { kind: 'too-early', mixed, blocked, need: FEWEST_PROBES, before: priorEffect() };
  const seen = slope / Math.sqrt(residual / freedom);
  const effect = posterior(seen, 1 / information, freedom);
  const verdict = effect.lower > 0 ? 'mixed-better' : effect.upper < 0 ? 'blocked-better' : 'cannot-tell';
  return { kind: 'effect', verdict, mixed, blocked, sittings, effect, seen };
}

function priorEffect(): MixingEffect {
  const { mean, sd } = MIXING_PRIOR;
  return {
    estimate: mean,
    lower: mean - Z95 * sd,
    upper: mean + Z95 * sd,
    probability: probability(normalShare(mean / sd)),
  };
}

/** Sums of squares and products about the means of sittings that have both orders. */
function withinSittings(probes: readonly Probe[]) {
  const bySitting = new Map<string, { readonly mixed: number[]; readonly blocked: number[] }>();
  for (const { kind, order, value, sitting } of probes) {
    if (kind === 'practice' || !Number.isFinite(value)) continue;
    const found = bySitting.get(sitting) ?? { mixed: [], blocked: [] };
    found[order].push(value);
    bySitting.set(sitting, found);
  }
  const both = [...bySitting.values()].filter((one) => one.mixed.length > 0 && one.blocked.length > 0);
  let [mixed, blocked, information, product, total] = [0, 0, 0, 0, 0];
  for (const sitting of both) {
    const [m, b] = [sitting.mixed.length, sitting.blocked.length];
    const all = [...sitting.mixed, ...sitting.blocked];
    const mean = meanOf(all);
    mixed += m;
    blocked += b;
    information += (m * b) / (m + b);
    product += ((m * b) / (m + b)) * (meanOf(sitting.mixed) - meanOf(sitting.blocked));
    for (const value of all) total += (value - mean) ** 2;
  }
  const slope = information > 0 ? product / information : 0;
  return { mixed, blocked, sittings: both.length, slope, information, residual: total - slope * product };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

type Part = { readonly weight: number; readonly mean: number; readonly sd: number };

const PARTS = 200;
const MOST_RATIO = 3;
const HALVINGS = 40;

function posterior(seen: number, variance: number, freedom: number): MixingEffect {
  const { mean, sd } = MIXING_PRIOR;
  const spread = variance + sd ** 2;
  const logs = Array.from({ length: PARTS }, (_, place) => {
    const u = ((place + 0.5) * MOST_RATIO) / PARTS;
    const log = freedom * Math.log(u) - (freedom * u * u) / 2 - (seen * u - mean) ** 2 / (2 * spread);
    return { u, log };
  });
  const most = Math.max(...logs.map(({ log }) => log));
  const sum = logs.reduce((total, { log }) => total + Math.exp(log - most), 0);
  const parts: readonly Part[] = logs.map(({ u, log }) => ({
    weight: Math.exp(log - most) / sum,
    mean: (mean * variance + seen * u * sd ** 2) / spread,
    sd: Math.sqrt((variance * sd ** 2) / spread),
  }));
  return {
    estimate: parts.reduce((total, part) => total + part.weight * part.mean, 0),
    lower: quantileOf(parts, 0.025),
    upper: quantileOf(parts, 0.975),
    probability: probability(1 - shareBelow(parts, 0)),
  };
}

function shareBelow(parts: readonly Part[], x: number): number {
  return parts.reduce((total, { weight, mean, sd }) => total + weight * normalShare((x - mean) / sd), 0);
}

function quantileOf(parts: readonly Part[], share: number): number {
  let low = Math.min(...parts.map(({ mean, sd }) => mean - 8 * sd));
  let high = Math.max(...parts.map(({ mean, sd }) => mean + 8 * sd));
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (shareBelow(parts, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
