import { type Probability, probability } from '../units.ts';
import { type BradleyTerryFit, fitBradleyTerry, fitsAtDrop, standardErrorsOf } from './bradley-terry.ts';
import { type Comparison, connectedGroups, gatherMeetings, type Meetings } from './comparison.ts';
import { type JudgeFit, judgeFits } from './judge-fit.ts';

/** Under this a scale is not told: Kinnear, Jones & Davies 2025 ask for it. */
export const LEAST_RELIABILITY = 0.8;
export const FEWEST_ITEMS = 3;
export const FEWEST_COMPARISONS = 10;
/** The work grows with the cube of it. */
export const MOST_ITEMS = 500;

const LEVEL = 0.95;
/** Half the 95% point of chi-squared with one degree of freedom, and the 97.5% point of the normal. */
const DROP = 1.920_73;
const TWO_SIDED = 1.959_964;

/** Logits about the mean of all pieces: of two that are 1.1 apart, the better wins three times in four. */
export type JudgedItem = {
  readonly item: string;
  /** 1 the best. */
  readonly place: number;
  readonly ability: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Comparisons that it was in, and those that it won; a tie is half. */
  readonly n: number;
  readonly wins: number;
};

/** From 0 to 1: the share of the spread of abilities that is not error. */
export type Reliability = { readonly value: number; readonly lower: number; readonly upper: number };

type Judged = { readonly reliability: Reliability; readonly n: number; readonly level: Probability };

export type JudgedScale =
  | (Judged & {
      readonly kind: 'scale';
      /** The best first. */
      readonly items: readonly JudgedItem[];
      /** Standard deviation of abilities, in logits. */
      readonly spread: number;
      readonly judges: readonly JudgeFit[];
    })
  | (Judged & {
      readonly kind: 'not-reliable-enough';
      readonly need: number;
      readonly items: number;
      /** As many comparisons in all would be needed, were they like these; null: these tell too little to say. */
      readonly aboutComparisons: number | null;
    })
  | { readonly kind: 'not-connected'; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'too-few-items'; readonly have: number; readonly need: number }
  | { readonly kind: 'too-few-comparisons'; readonly have: number; readonly need: number }
  | { readonly kind: 'too-many-items'; readonly have: number; readonly most: number };

/**
 * The order of pieces of work from blind comparisons of two, with the scale-separation reliability
 *
 *     SSR = (S - E) / S        S: variance of abilities, here the squared spread; E: mean squared standard error
 *
 * and its ends at the two spreads whose log posterior lies 1.92 lower. Under 0.8 the order is withheld, and the reliability is
 * all that is told. docs/science/judging.md.
 */
export function judgedScale(comparisons: readonly Comparison[]): JudgedScale {
  const meetings = gatherMeetings(comparisons);
  const { items, n } = meetings;
  if (items.length < FEWEST_ITEMS) return { kind: 'too-few-items', have: items.length, need: FEWEST_ITEMS };
  if (n < FEWEST_COMPARISONS) return { kind: 'too-few-comparisons', have: n, need: FEWEST_COMPARISONS };
  if (items.length > MOST_ITEMS) return { kind: 'too-many-items', have: items.length, most: MOST_ITEMS };
  const groups = connectedGroups(meetings);
  if (groups.length > 1) return { kind: 'not-connected', groups };
  const fit = fitBradleyTerry(meetings);
  const [narrow = fit, wide = fit] = fitsAtDrop(meetings, fit, DROP);
  const reliability = { value: separation(fit), lower: separation(narrow), upper: separation(wide) };
  const judged = { reliability, n, level: probability(LEVEL) };
  if (reliability.value < LEAST_RELIABILITY) {
    return {
      ...judged,
      kind: 'not-reliable-enough',
      need: LEAST_RELIABILITY,
      items: items.length,
      aboutComparisons: comparisonsFor(n, reliability),
    };
  }
  return {
    ...judged,
    kind: 'scale',
    items: rankedItems(meetings, fit, wide),
    spread: fit.spread,
    judges: judgeFits(comparisons, new Map(items.map((item, place) => [item, fit.abilities[place] ?? 0]))),
  };
}

/** 1 - E / s²: at the spread that the comparisons tell, s² is V + E. */
function separation(fit: BradleyTerryFit): number {
  const standardErrors = standardErrorsOf(fit);
  const n = standardErrors.length;
  const error = standardErrors.reduce((sum, value) => sum + value ** 2, 0) / (n - 1);
  return probability(1 - error / fit.spread ** 2);
}

/** Spearman and Brown's formula, which takes the further comparisons to be like these. */
function comparisonsFor(n: number, { value, lower }: Reliability): number | null {
  if (lower <= 0.05) return null;
  return Math.ceil((n * LEAST_RELIABILITY * (1 - value)) / (value * (1 - LEAST_RELIABILITY)));
}

/**
 * Intervals are taken at the widest spread that the comparisons allow: at the likeliest one they would hold in 90 of 100 cases
 * where abilities lie far apart, since what the spread itself is in doubt by would be left out.
 */
function rankedItems(
  { items, met }: Meetings,
  fit: BradleyTerryFit,
  wide: BradleyTerryFit,
): readonly JudgedItem[] {
  const counts = items.map(() => ({ n: 0, wins: 0 }));
  const count = (place: number, n: number, wins: number) => {
    const of = counts[place];
    if (of === undefined) return;
    of.n += n;
    of.wins += wins;
  };
  for (const { first, second, n, wins } of met) {
    count(first, n, wins);
    count(second, n, n - wins);
  }
  const [own, widest] = [standardErrorsOf(fit), standardErrorsOf(wide)];
  return items
    .map((item, place) => {
      const ability = fit.abilities[place] ?? 0;
      const [away, reach] = [wide.abilities[place] ?? 0, TWO_SIDED * (widest[place] ?? 0)];
      return {
        item,
        ability,
        standardError: own[place] ?? 0,
        lower: Math.min(ability, away - reach),
        upper: Math.max(ability, away + reach),
        ...(counts[place] ?? { n: 0, wins: 0 }),
      };
    })
    .sort((a, b) => b.ability - a.ability)
    .map((item, place) => ({ place: place + 1, ...item }));
}
