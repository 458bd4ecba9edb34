/** Practice in which a level is drawn for every attempt: on real attempts, and on simulated ones made to mislead. */
import { random } from '../../src/engine/random.ts';

export const WINDOW_ATTEMPTS = 120;

export type TrialWindow = {
  readonly values: readonly number[];
  readonly levels: readonly (0 | 1)[];
};

const EARLY_STARTS = 300;

/** Two of four windows begin within the first three hundred attempts, two anywhere; the people take turns. */
export function realWindows(
  people: readonly (readonly number[])[],
  count: number,
  effect: number,
  seed: number,
): readonly TrialWindow[] {
  const chance = random(seed);
  return Array.from({ length: count }, (_, place) => {
    const line = people[place % people.length] ?? [];
    const last = place % 4 < 2 ? EARLY_STARTS : line.length - WINDOW_ATTEMPTS;
    const start = chance.below(last);
    const levels = Array.from({ length: WINDOW_ATTEMPTS }, () => (chance.below(2) === 1 ? 1 : 0));
    const values = levels.map((level, index) => (line[start + index] ?? 0) + level * effect);
    return { values, levels };
  });
}

/** `likeness` of successive attempts (AR(1)), and the standard deviation of a session's shock, of ten attempts each. */
export type NullNoise = { readonly likeness: number; readonly sessionShock: number };

const NOISE_SD = 0.1;
const SESSION_ATTEMPTS = 10;

/** A learning curve, noise that is alike from attempt to attempt, and no effect of any level. */
export function nullWindows(
  { likeness, sessionShock }: NullNoise,
  count: number,
  seed: number,
): readonly TrialWindow[] {
  const chance = random(seed);
  return Array.from({ length: count }, () => {
    let [form, shock] = [chance.normal(), 0];
    const values = Array.from({ length: WINDOW_ATTEMPTS }, (_, index) => {
      if (index % SESSION_ATTEMPTS === 0) shock = sessionShock * chance.normal();
      form = likeness * form + Math.sqrt(1 - likeness * likeness) * chance.normal();
      return 4 + 0.1 * Math.log(index + 1) + NOISE_SD * (form + shock);
    });
    return { values, levels: values.map(() => (chance.below(2) === 1 ? 1 : 0)) };
  });
}
