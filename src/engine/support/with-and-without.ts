import { goodness, hasBetter, type Measure } from '../measure/measure.ts';
import { shiftRank } from '../picture/gain.ts';
import { ascending, meanOf, medianOf, quantile } from '../picture/order-statistics.ts';
import type { TooFewSessions } from '../picture/picture.ts';
import { type Probability, probability } from '../units.ts';
import { SLOTS, type Slot } from './slots.ts';

/** The fewest on either side with which six exact intervals can hold at once in nineteen of twenty: 2/252 is under 0.05/6. */
export const FEWEST_SESSIONS_A_SIDE = 5;
/** What was long ago was another learner; it also bounds the work of the exact distribution. */
const LATEST_SESSIONS = 60;
/** Over everything that is compared, and not for each. */
const LEVEL = 0.95;

/** A session of which it was said what was in place. A slot in neither list was not asked about. */
export type SupportedSession = {
  /** Scored takes that stand, in the measure's own unit; at least one. */
  readonly values: readonly number[];
  readonly inPlace: readonly Slot[];
  readonly missing: readonly Slot[];
};

/** What sessions with a thing differ by from those without it. */
export type Difference = {
  readonly kind: 'difference';
  /** In the measure's unit, of a pass in shares; positive where sessions with it were better. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** That all intervals of one comparison hold at once. */
  readonly level: Probability;
  readonly sessionsWith: number;
  readonly sessionsWithout: number;
  /** Of all pairs of a session with it and one without, the share in which the one with it came later. */
  readonly laterShare: Probability;
};

export type SlotDifference = Difference & { readonly slot: Slot };

export type SlotTooFew = {
  readonly kind: 'too-few-sessions';
  readonly slot: Slot;
  readonly sessionsWith: number;
  readonly sessionsWithout: number;
  /** On each side. */
  readonly need: number;
};

/** Slots that were never asked about are left out; the others stand in the order of `SLOTS`. */
export type WithAndWithout =
  | TooFewSessions
  | { readonly kind: 'no-target' }
  | { readonly kind: 'compared'; readonly slots: readonly (SlotDifference | SlotTooFew)[] };

/** A session on one side: its place in time, and how good its takes were. */
export type Side = { readonly place: number; readonly level: number };

/**
 * Sessions with each slot in place against those without, oldest session first: what differs, and no cause.
 *
 *     level of a session = median of the goodness of its takes (of passes, the share that held)
 *     difference         = median of all differences, with minus without          Hodges & Lehmann 1963
 *     interval           = exact, from the distribution of Mann and Whitney's U, at 1 - 0.05/m for m slots compared
 *
 * Sources, limits and a worked example: docs/science/support.md.
 */
export function withAndWithout(measure: Measure, sessions: readonly SupportedSession[]): WithAndWithout {
  if (!hasBetter(measure)) return { kind: 'no-target' };
  const known = sessions.filter(({ values }) => values.length > 0).slice(-LATEST_SESSIONS);
  if (known.length === 0) return { kind: 'too-few-sessions', have: 0, need: 2 * FEWEST_SESSIONS_A_SIDE };
  const levels = known.map(({ values }) => sessionLevel(measure, values));
  const sides = SLOTS.map((slot) => {
    const having = (list: 'inPlace' | 'missing'): readonly Side[] =>
      known.flatMap((session, place) =>
        session[list].includes(slot) ? [{ place, level: levels[place] ?? 0 }] : [],
      );
    return { slot, present: having('inPlace'), absent: having('missing') };
  }).filter(({ present, absent }) => present.length + absent.length > 0);
  // Chosen by how many sessions there are and never by what they say, so that the level holds.
  const compared = sides.filter(isEnough).length;
  return {
    kind: 'compared',
    slots: sides.map((side) =>
      isEnough(side) ? { slot: side.slot, ...compareSides(side, compared) } : tooFew(side),
    ),
  };
}

type Sides = { readonly slot: Slot; readonly present: readonly Side[]; readonly absent: readonly Side[] };

/** Enough on either side to be compared. */
export function isEnough({ present, absent }: Omit<Sides, 'slot'>): boolean {
  return Math.min(present.length, absent.length) >= FEWEST_SESSIONS_A_SIDE;
}

function tooFew({ slot, present, absent }: Sides): SlotTooFew {
  return {
    kind: 'too-few-sessions',
    slot,
    sessionsWith: present.length,
    sessionsWithout: absent.length,
    need: FEWEST_SESSIONS_A_SIDE,
  };
}

/** The middle of zeros and ones says next to nothing, so of passes it is the share that held. */
export function sessionLevel(measure: Measure, values: readonly number[]): number {
  const good = values.map((value) => goodness(measure, value));
  return measure.kind === 'pass' ? meanOf(good) : medianOf(good);
}

/** `compared`: how many comparisons the level is to hold over. */
export function compareSides({ present, absent }: Omit<Sides, 'slot'>, compared: number): Difference {
  const shifts = ascending(present.flatMap((one) => absent.map((other) => one.level - other.level)));
  const rank = shiftRank(present.length, absent.length, 1 - (1 - LEVEL) / compared);
  const difference = quantile(shifts, 0.5);
  const later = present.reduce(
    (sum, one) => sum + absent.filter((other) => other.place < one.place).length,
    0,
  );
  return {
    kind: 'difference',
    difference,
    low: shifts[rank - 1] ?? difference,
    high: shifts[shifts.length - rank] ?? difference,
    level: probability(LEVEL),
    sessionsWith: present.length,
    sessionsWithout: absent.length,
    laterShare: probability(later / shifts.length),
  };
}
