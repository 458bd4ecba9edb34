/**
 * The first five attempts after a gap of a week or more, forecast from what came before, against a running mean. Run:
 * `node bench/engine/retention-gaps.ts --data DIR [--gap DAYS] [--seed N]`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { random } from '../../src/engine/random.ts';
import {
  COLD_ATTEMPTS,
  coldRange,
  measuredSkill,
  type TimedAttempt,
} from '../../src/engine/retention/measured-skill.ts';
import { MILLISECONDS_PER_DAY } from '../../src/engine/units.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    gap: { type: 'string', default: '7' },
    seed: { type: 'string', default: '1' },
  },
});
const FEWEST_BEFORE = 20;
const RESAMPLES = 2000;
const HALF = 0.5;

function attemptsOf(file: string): readonly TimedAttempt[] {
  const rows = readFileSync(`${values.data ?? '.'}/${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1);
  return rows
    .map((row) => row.split(','))
    .map((cells) => ({ value: Number(cells[1]), at: Date.parse(`${(cells[6] ?? '').replace(' ', 'T')}Z`) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => a.at - b.at);
}

type Errors = {
  readonly ours: number;
  readonly ewma: number;
  readonly median: number;
  readonly oursEach: number;
  readonly ewmaEach: number;
  readonly inside: boolean;
};

const meanOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

function errorsOf(attempts: readonly TimedAttempt[]): readonly Errors[] {
  const found: Errors[] = [];
  let ewma: number | null = null;
  for (const [place, { value, at }] of attempts.entries()) {
    const z = Math.log(value);
    const before = attempts[place - 1]?.at ?? at;
    const coming = attempts.slice(place, place + COLD_ATTEMPTS).map((one) => Math.log(one.value));
    const isGap = at - before >= Number(values.gap) * MILLISECONDS_PER_DAY;
    if (isGap && place >= FEWEST_BEFORE && coming.length === COLD_ATTEMPTS && ewma !== null) {
      const skill = measuredSkill(attempts.slice(0, place), { kind: 'rate', better: 'up', sort: 'speed' });
      if (!('kind' in skill)) {
        const { mean, lower, upper } = coldRange(skill, at, COLD_ATTEMPTS);
        const actual = meanOf(coming);
        const recent = attempts
          .slice(place - 10, place)
          .map((one) => Math.log(one.value))
          .sort((a, b) => a - b);
        const median = HALF * ((recent[4] ?? 0) + (recent[5] ?? 0));
        const smooth = ewma;
        found.push({
          ours: Math.abs(mean - actual),
          ewma: Math.abs(smooth - actual),
          median: Math.abs(median - actual),
          oursEach: meanOf(coming.map((one) => Math.abs(mean - one))),
          ewmaEach: meanOf(coming.map((one) => Math.abs(smooth - one))),
          inside: lower <= actual && actual <= upper,
        });
      }
    }
    ewma = ewma === null ? z : ewma + 0.1 * (z - ewma);
  }
  return found;
}

const chance = random(Number(values.seed));
const all: Errors[] = [];
const told = (label: string, errors: readonly Errors[]) => {
  const figure = (pick: (one: Errors) => number) => `${(100 * meanOf(errors.map(pick))).toFixed(2)}%`;
  console.log(
    `${label}: ${errors.length} gaps; mean of five: ours ${figure((one) => one.ours)}, EWMA 0.1 ${figure((one) => one.ewma)}, last-10 median ${figure((one) => one.median)}; ` +
      `each: ours ${figure((one) => one.oursEach)}, EWMA ${figure((one) => one.ewmaEach)}; 80% interval covers ${meanOf(errors.map(({ inside }) => (inside ? 1 : 0))).toFixed(2)}`,
  );
};
for (const file of ['typeracer_a.csv', 'typeracer_b.csv']) {
  const errors = errorsOf(attemptsOf(file));
  told(file, errors);
  all.push(...errors);
}
told('both', all);
const differences = Array.from({ length: RESAMPLES }, () => {
  return meanOf(
    all.map(() => all[chance.below(all.length)]).map((one) => (one === undefined ? 0 : one.ours - one.ewma)),
  );
}).sort((a, b) => a - b);
const at = (share: number) => (100 * (differences[Math.floor(share * (RESAMPLES - 1))] ?? 0)).toFixed(2);
console.log(
  `ours less EWMA, mean of five, 95% over gaps (two people only): ${at(0.025)} to ${at(0.975)} points`,
);
