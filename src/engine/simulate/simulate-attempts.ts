import type { AttemptFact } from '../picture/picture.ts';
import { type Random, random } from '../random.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';

/** Made-up attempts for tests and benchmarks: what is true of them is known. Standard deviations in units. */
export type AttemptsPlan = {
  readonly attempts: number;
  /** Attempts per session; 0 draws each session's number from 1 to 9. */
  readonly perSession: number;
  /** Likeness of an attempt's noise to that of the one before, 0 to below 1; the noise has standard deviation 1. */
  readonly likeness: number;
  /** Standard deviation of good and bad days. */
  readonly dayShock: number;
  /** The true level of attempt `index`. */
  readonly level: (index: number) => number;
};

const FIRST_DAY = Date.UTC(2026, 0, 1, 9);
const MINUTE = 60_000;

/** One session a day, one attempt a minute. */
export function simulateAttempts(plan: AttemptsPlan, seed: number): readonly AttemptFact[] {
  const chance = random(seed);
  const attempts: AttemptFact[] = [];
  let noise = chance.normal();
  for (let day = 0; attempts.length < plan.attempts; day += 1) {
    const shock = plan.dayShock * chance.normal();
    const count = sessionLength(plan, chance);
    for (let turn = 0; turn < count && attempts.length < plan.attempts; turn += 1) {
      noise = plan.likeness * noise + Math.sqrt(1 - plan.likeness ** 2) * chance.normal();
      attempts.push({
        value: plan.level(attempts.length) + shock + noise,
        at: FIRST_DAY + day * MILLISECONDS_PER_DAY + turn * MINUTE,
        sessionId: `session-${day}`,
        dayKey: dayKeyOf(day),
      });
    }
  }
  return attempts;
}

function sessionLength({ perSession }: AttemptsPlan, chance: Random): number {
  return perSession === 0 ? 1 + chance.below(9) : perSession;
}

/** Days need only be told apart. */
function dayKeyOf(day: number): string {
  return `day ${day}`;
}
