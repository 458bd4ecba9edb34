import { random } from '../random.ts';

/** How a trial draws: agreed before it begins, and never changed while it runs. */
export type TrialDesign = {
  /** The first is what the others are held against. */
  readonly levels: readonly string[];
  /** What gets one level: every attempt, or every session where one attempt lingers in the next. */
  readonly unit: 'attempt' | 'session';
  readonly draw:
    | { readonly kind: 'fixed'; readonly probabilities: readonly number[] }
    /** More of what has done well so far, and no level ever rarer than `floor`. */
    | { readonly kind: 'adaptive'; readonly floor: number };
  /** Attempts at the beginning of a unit that are not weighed: what came before may linger in them. */
  readonly washout: number;
};

export const MOST_LEVELS = 6;
/** Rarer than this, one draw would weigh more than ten others. */
export const LEAST_PROBABILITY = 0.1;
const MOST_WASHOUT = 20;
const ROUNDING = 1e-9;

/** Why a design cannot be drawn from; null where it can. */
export function designFault({ levels, draw, washout }: TrialDesign): string | null {
  const count = levels.length;
  if (count < 2 || count > MOST_LEVELS) return `A trial has from two to ${MOST_LEVELS} levels.`;
  if (new Set(levels).size < count || levels.some((level) => level.trim() === ''))
    return 'Every level has a name of its own.';
  if (!Number.isInteger(washout) || washout < 0 || washout > MOST_WASHOUT)
    return `A washout is a whole number of attempts, from 0 to ${MOST_WASHOUT}.`;
  if (draw.kind === 'adaptive') {
    const isRoom = draw.floor >= LEAST_PROBABILITY && draw.floor * count <= 1;
    return isRoom ? null : `The floor is at least ${LEAST_PROBABILITY}, and leaves room for every level.`;
  }
  const { probabilities } = draw;
  const sum = probabilities.reduce((total, one) => total + one, 0);
  if (probabilities.length !== count || Math.abs(sum - 1) > ROUNDING)
    return 'Every level has a probability, and together they are 1.';
  return probabilities.every((one) => one >= LEAST_PROBABILITY - ROUNDING)
    ? null
    : `No level is rarer than ${LEAST_PROBABILITY}.`;
}

/** What one level has shown so far against the first, on the working scale; the first itself is 0 with no error. */
export type Standing = { readonly estimate: number; readonly standardError: number };

const DRAWS = 2_000;

/**
 * Top-two Thompson sampling (Russo 2020, Operations Research 68(6)): the level that is best in a draw of what is known, or, half the
 * time, the second best, so that the best is told from its rival soon. Held to the floor, which keeps every draw usable. Sums to 1.
 */
export function adaptiveProbabilities(
  standings: readonly Standing[],
  floor: number,
  seed: number,
): readonly number[] {
  const chance = random(seed);
  const taken = standings.map(() => 0);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = standings.map(({ estimate, standardError }) => estimate + standardError * chance.normal());
    const best = placeOfMost(drawn);
    const second = placeOfMost(drawn.map((one, place) => (place === best ? Number.NEGATIVE_INFINITY : one)));
    for (const place of [best, second]) taken[place] = (taken[place] ?? 0) + 0.5 / DRAWS;
  }
  const free = 1 - floor * standings.length;
  return taken.map((one) => floor + free * one);
}

function placeOfMost(values: readonly number[]): number {
  let most = 0;
  for (let place = 1; place < values.length; place += 1)
    if ((values[place] ?? 0) > (values[most] ?? 0)) most = place;
  return most;
}
