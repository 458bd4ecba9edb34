/**
 * The figures of docs/science/plateau.md: how often a plateau or an improvement is claimed wrongly at any of all looks, and
 * how soon a true one is found. Run: `node bench/engine/plateau-simulation.ts [rounds] [seed]`.
 */
import { addPlateauAttempt, plateauOf, startPlateau } from '../../src/engine/plateau/plateau.ts';
import {
  type Course,
  coursesAbout,
  PLATEAU_NOISES,
  type PlateauNoise,
  plateauSeries,
  STRETCH,
} from './plateau-series.ts';

const [ROUNDS, SEED] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 1)];
const ATTEMPTS = 300;
const SMALLEST = Number(process.argv[4] ?? 0.03);
const NOISE = 0.1;

const COURSES = coursesAbout(SMALLEST);

type Tally = {
  falsePlateau: number;
  falseImproving: number;
  plateauAt: number[];
  improvingAt: number[];
  uncovered: number;
  atEnd: number;
};

/** The leap lies in the stretch to come: nothing before it tells of it, so these looks are not judged. */
const isBeforeLeap = (name: string, n: number) => name === 'leap at 150' && n < 150 && n + STRETCH >= 150;

function tallyOf(name: string, course: Course, noise: PlateauNoise, isTimed: boolean): Tally {
  const tally: Tally = {
    falsePlateau: 0,
    falseImproving: 0,
    plateauAt: [],
    improvingAt: [],
    uncovered: 0,
    atEnd: 0,
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { values, at } = plateauSeries(course, noise, ATTEMPTS, SEED * 100_003 + round);
    const plateau = startPlateau({ kind: 'duration', better: 'down', smallest: SMALLEST });
    let [wrongPlateau, wrongUp, firstPlateau, firstUp, end] = [false, false, 0, 0, ''];
    for (const [place, value] of values.entries()) {
      const when = at[place];
      addPlateauAttempt(plateau, {
        value: Math.exp(-value),
        ...(isTimed && when !== undefined ? { at: when } : {}),
      });
      const { kind } = plateauOf(plateau);
      end = kind;
      const n = place + 1;
      const coming = course(n + STRETCH) - course(n);
      if (kind === 'plateau' && !isBeforeLeap(name, n)) {
        if (coming > SMALLEST) wrongPlateau = true;
        else if (firstPlateau === 0) firstPlateau = n;
      }
      if (kind === 'improving') {
        if (course(n) - course(Math.max(1, n - ATTEMPTS)) <= 0) wrongUp = true;
        if (firstUp === 0) firstUp = n;
      }
    }
    if (wrongPlateau) tally.falsePlateau += 1;
    if (wrongUp) tally.falseImproving += 1;
    if (firstPlateau > 0) tally.plateauAt.push(firstPlateau);
    if (firstUp > 0) tally.improvingAt.push(firstUp);
    if (end === 'plateau') tally.atEnd += 1;
  }
  return tally;
}

function found(at: number[]): string {
  if (at.length < ROUNDS / 20) return '   -    -';
  const sorted = at.sort((a, b) => a - b);
  return `${(at.length / ROUNDS).toFixed(2)} ${String(sorted[Math.floor(at.length / 2)]).padStart(4)}`;
}

console.log(
  `${ROUNDS} rounds of ${ATTEMPTS} attempts, seed ${SEED}, what matters ${SMALLEST} in ${STRETCH}, noise ${NOISE}`,
);
console.log(
  'likeness shock slips times | false plateau, false improving | plateau found, median at | improving found, median at | plateau at the end',
);
const ONLY = process.argv[5];
for (const [name, course] of Object.entries(COURSES)) {
  if (ONLY !== undefined && !name.startsWith(ONLY)) continue;
  console.log(name);
  for (const noise of PLATEAU_NOISES) {
    for (const isTimed of [true, false]) {
      const tally = tallyOf(name, course, noise, isTimed);
      const setting =
        `${noise.likeness} ${noise.shock} ${noise.slips ? 'slips' : '-'} ${isTimed ? 'timed' : '-'}`.padEnd(
          20,
        );
      const wrong = [tally.falsePlateau, tally.falseImproving]
        .map((count) => (count / ROUNDS).toFixed(3))
        .join(' ');
      console.log(
        `  ${setting} | ${wrong} | ${found(tally.plateauAt)} | ${found(tally.improvingAt)} | ${(tally.atEnd / ROUNDS).toFixed(2)}`,
      );
    }
  }
}
