import { meanOf, medianOf } from '../picture/order-statistics.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { groupSessions } from '../picture/sessions.ts';
import { random } from '../random.ts';
import { type Probability, probability } from '../units.ts';

/** Fewer attempts show no spread worth the name. */
const FEWEST_IN_SESSION = 5;
const FEWEST_SESSIONS_BEFORE = 2;
/** Steadier than lately, not than ever. */
const SESSIONS_BEFORE = 10;
/**
 * Attempts of a session are alike in ways that shuffling ignores, which can double the chance: at 2% the simulation
 * (bench/engine/trend-simulation.ts) is wrong about fewer than one session in twenty.
 */
const CHANCE_AT_MOST = 0.02;
/** Keeps the error of a chance of 2% near a third of a per cent; fixed, so that the same session says the same. */
const SHUFFLES = 1999;
const SEED = 1;

export type Steadier = {
  readonly spread: number;
  readonly spreadBefore: number;
  readonly n: number;
  readonly nBefore: number;
  readonly sessionsBefore: number;
  readonly fewest: number;
  readonly chance: Probability;
};

/**
 * Distances from the session's own median, so that good and bad days are no unsteadiness; a median of few lies too
 * near its own attempts, which n / (n - 1) under the root makes up for on average.
 */
export function distancesFromMedian(values: readonly number[]): readonly number[] {
  const n = values.length;
  return plainDistances(values).map((distance) => distance * Math.sqrt(n / (n - 1)));
}

function plainDistances(values: readonly number[]): readonly number[] {
  const middle = medianOf(values);
  return values.map((value) => Math.abs(value - middle));
}

/** Sessions to compare with: the latest, each of enough attempts. */
function comparableSessions(history: readonly AttemptFact[]): readonly (readonly number[])[] {
  return groupSessions(history)
    .filter((session) => session.attempts.length >= FEWEST_IN_SESSION)
    .slice(-SESSIONS_BEFORE)
    .map((session) => session.attempts.map((attempt) => attempt.value));
}

/**
 * Whether the session's spread lies below that of the sessions before, beyond chance at these n: a one-sided
 * permutation test of the mean distance, in the manner of Levene 1960 and Brown & Forsythe 1974. Null if not.
 * The test judges corrected distances; the spreads it returns are the plain ones, which anybody can measure.
 */
export function findSteadier(
  session: readonly AttemptFact[],
  history: readonly AttemptFact[],
): Steadier | null {
  const before = comparableSessions(history);
  if (session.length < FEWEST_IN_SESSION || before.length < FEWEST_SESSIONS_BEFORE) return null;
  const values = session.map((attempt) => attempt.value);
  const now = distancesFromMedian(values);
  const earlier = before.flatMap(distancesFromMedian);
  const spread = meanOf(plainDistances(values));
  const spreadBefore = meanOf(before.flatMap(plainDistances));
  if (spread >= spreadBefore) return null;
  const chance = shuffledChance(now, earlier);
  if (chance > CHANCE_AT_MOST) return null;
  return {
    spread,
    spreadBefore,
    n: now.length,
    nBefore: earlier.length,
    sessionsBefore: before.length,
    fewest: FEWEST_IN_SESSION,
    chance: probability(chance),
  };
}

/** How often a random draw of as many distances is as small on average; the draw itself counts once. */
function shuffledChance(now: readonly number[], earlier: readonly number[]): number {
  const pool = [...now, ...earlier];
  const seen = now.reduce((sum, distance) => sum + distance, 0);
  // Sums in another order may differ in the last bit, which must not decide a tie.
  const limit = seen * (1 + 1e-12);
  const draw = random(SEED);
  let asSmall = 1;
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle += 1) {
    let sum = 0;
    for (let place = 0; place < now.length; place += 1) {
      const other = place + draw.below(pool.length - place);
      const picked = pool[other] ?? 0;
      pool[other] = pool[place] ?? 0;
      pool[place] = picked;
      sum += picked;
    }
    if (sum <= limit) asSmall += 1;
  }
  return asSmall / (SHUFFLES + 1);
}
