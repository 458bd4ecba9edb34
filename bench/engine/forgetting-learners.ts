/** Learners who practise, stay away and forget, for retention; not those that any number of the engine was chosen on. */
import { random } from '../../src/engine/random.ts';
import { MILLISECONDS_PER_DAY } from '../../src/engine/units.ts';
import type { PracticeSeries } from './practice-series.ts';

/** Half of the gain is gone after 13 months, after three, or never. */
export type Pauses = 'slow' | 'fast' | 'none';

const HALF_LIFE_DAYS: Readonly<Record<Pauses, number>> = {
  slow: 396,
  fast: 90,
  none: Number.POSITIVE_INFINITY,
};
const SESSIONS = 36;

/**
 * Sessions of four to twelve attempts every one to four days, and every sixth after a week to two months away. Gains come by an
 * exponential of attempts and are lost between sessions by the half-life; sessions have days of their own, and a cost of beginning.
 */
export function forgettingLearners(kind: Pauses, count: number, seed: number): readonly PracticeSeries[] {
  return Array.from({ length: count }, (_, learner) => {
    const chance = random(seed + 104_729 * learner);
    const between = (low: number, high: number) => low + (high - low) * chance.uniform();
    const noiseSd = between(0.05, 0.2);
    const [start, most, speed] = [between(2, 5), between(0.2, 1), between(0.005, 0.05)];
    const [daySd, cold] = [noiseSd * between(0, 0.6), noiseSd * between(0, 1)];
    const line: number[] = [];
    const at: number[] = [];
    let [time, gain] = [1.6e12, 0];
    for (let session = 0; session < SESSIONS; session += 1) {
      const days = session % 6 === 5 ? between(7, 60) : between(1, 4);
      time += days * MILLISECONDS_PER_DAY;
      gain *= 2 ** (-days / HALF_LIFE_DAYS[kind]);
      const day = daySd * chance.normal();
      const attempts = 4 + chance.below(9);
      for (let k = 0; k < attempts; k += 1) {
        gain += speed * (most - gain);
        line.push(start + gain + day - cold * 0.5 ** k + noiseSd * chance.normal());
        at.push(time + k * 60_000);
      }
    }
    return { name: `${kind} ${learner}`, family: 'forgetting', line, at };
  });
}
