/** Practice on a line, in the logarithm of a duration turned round: what plateaus and improvements are looked for in. */
import { type Random, random } from '../../src/engine/random.ts';

export const STRETCH = 50;
const NOISE_SD = 0.1;
const SESSION_SIZE = 8;

/** Better is more; the attempt's number from 1. */
export type Course = (attempt: number) => number;

/** `likeness` of neighbours; `shock` of a session, in standard deviations of an attempt; some values six times as wide. */
export type PlateauNoise = { readonly likeness: number; readonly shock: number; readonly slips: boolean };

export const PLATEAU_NOISES: readonly PlateauNoise[] = [
  { likeness: 0, shock: 0, slips: false },
  { likeness: 0.4, shock: 0, slips: false },
  { likeness: 0.3, shock: 0.5, slips: false },
  { likeness: 0.6, shock: 0.5, slips: false },
  { likeness: 0, shock: 0.7, slips: true },
];

/** `smallest`: the gain in a stretch that matters. */
export function coursesAbout(smallest: number): Readonly<Record<string, Course>> {
  return {
    flat: () => 0,
    'linear, just enough': (t) => (1.01 * smallest * t) / STRETCH,
    'linear, twice enough': (t) => (2 * smallest * t) / STRETCH,
    'exponential, 40': (t) => 0.5 * (1 - Math.exp(-t / 40)),
    'exponential, 150': (t) => 0.5 * (1 - Math.exp(-t / 150)),
    'power, 0.3': (t) => 0.3 * Math.log(t + 1),
    'slow power, 0.1': (t) => 0.1 * Math.log(t + 1),
    'leap at 150': (t) => (t < 150 ? 0 : 0.2),
  };
}

export type PlateauSeries = { readonly values: readonly number[]; readonly at: readonly number[] };

/** Sessions of eight attempts, a day apart; `at` in milliseconds. */
export function plateauSeries(
  course: Course,
  { likeness, shock, slips }: PlateauNoise,
  attempts: number,
  seed: number,
): PlateauSeries {
  const chance: Random = random(seed);
  let [before, day] = [chance.normal(), 0];
  const values: number[] = [];
  const at: number[] = [];
  for (let place = 1; place <= attempts; place += 1) {
    if ((place - 1) % SESSION_SIZE === 0) day = shock * chance.normal();
    before = likeness * before + Math.sqrt(1 - likeness ** 2) * chance.normal();
    const slip = slips && chance.uniform() < 0.03 ? 6 * chance.normal() : 0;
    values.push(course(place) + NOISE_SD * (before + day + slip));
    at.push(Math.floor((place - 1) / SESSION_SIZE) * 86_400_000 + place * 60_000);
  }
  return { values, at };
}
