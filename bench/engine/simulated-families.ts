/**
 * Simulated learners of nine families, against fitting the forecaster to the two people whose every attempt is known. The
 * families are ours: what they show holds for learners like these.
 */
import { type Random, random } from '../../src/engine/random.ts';
import type { PracticeSeries } from './practice-series.ts';

export const FAMILIES = [
  'power law',
  'power law without end',
  'exponential',
  'leaps',
  'no learning',
  'worsening',
  'long pauses',
  'alike attempts',
  'slips',
] as const;
export type Family = (typeof FAMILIES)[number];

const DAY_MILLISECONDS = 86_400_000;
const FIRST_DAY = 1.6e12;

/** Lengths on the line, in logarithms; `noiseSd` of one attempt. */
type Learner = {
  readonly family: Family;
  readonly noiseSd: number;
  readonly level: number;
  readonly likeness: number;
  readonly power: { readonly rate: number; readonly gain: number; readonly rest: number };
  readonly exponential: { readonly gain: number; readonly attempts: number };
  readonly leaps: readonly { readonly at: number; readonly gain: number }[];
  readonly worseEach: number;
  readonly session: { readonly attempts: number; readonly shockSd: number; readonly coldCost: number };
};

function drawLearner(family: Family, chance: Random, attempts: number): Learner {
  const between = (low: number, high: number) => low + (high - low) * chance.uniform();
  const noiseSd = Math.exp(between(Math.log(0.05), Math.log(0.25)));
  const level = between(1, 6);
  const likeness = family === 'alike attempts' ? between(0.3, 0.8) : between(0, 0.25);
  const endless = family === 'power law without end';
  const power = {
    rate: endless ? between(0.2, 0.6) : between(0.05, 0.5),
    gain: between(0.2, 0.9),
    rest: endless ? 0 : between(0, 1) ** 2 * 0.8,
  };
  const exponential = { gain: between(0.3, 1.5), attempts: Math.exp(between(Math.log(10), Math.log(250))) };
  const leaps = Array.from({ length: 5 }, () => ({
    at: Math.floor(between(5, attempts)),
    gain: between(0.1, 0.5),
  }));
  const worseEach = between(0.0002, 0.002);
  const session = {
    attempts: Math.floor(between(5, 30)),
    shockSd: between(0, 0.4) * noiseSd,
    coldCost: between(0, 1) * noiseSd,
  };
  return { family, noiseSd, level, likeness, power, exponential, leaps, worseEach, session };
}

/** How far above the level attempt `index`, from 0, lies. */
function progressOf({ family, power, exponential, leaps, worseEach }: Learner, index: number): number {
  switch (family) {
    case 'power law':
    case 'power law without end':
    case 'alike attempts':
    case 'slips':
      return -Math.log(power.rest + power.gain * (index + 1) ** -power.rate);
    case 'exponential':
    case 'long pauses':
      return -Math.log(1 + Math.expm1(exponential.gain) * Math.exp(-(index + 1) / exponential.attempts));
    case 'leaps':
      return leaps.reduce((sum, { at, gain }) => sum + (index >= at ? gain : 0), 0);
    case 'worsening':
      return -worseEach * index;
    case 'no learning':
      return 0;
    default:
      return family satisfies never;
  }
}

/** Sessions of some days' distance; pauses of a week to two months where the family has them, which cost a little. */
export function simulateSeries(family: Family, seed: number, attempts = 600): PracticeSeries {
  const place = FAMILIES.indexOf(family);
  const chance = random(seed * 7919 + 13 * place);
  const between = (low: number, high: number) => low + (high - low) * chance.uniform();
  const learner = drawLearner(family, chance, attempts);
  const { noiseSd, likeness, session } = learner;
  let form = chance.normal();
  const wanderSd = between(0, 0.05) * noiseSd;
  const line: number[] = [];
  const at: number[] = [];
  let [time, shock, wandered, since, left] = [FIRST_DAY, 0, 0, 0, 0];
  for (let index = 0; index < attempts; index += 1) {
    if (left <= 0) {
      const isLong = index > 0 && family === 'long pauses' && chance.uniform() < 0.15;
      const days = index === 0 ? 0 : isLong ? between(7, 60) : between(0.7, 3);
      time += days * DAY_MILLISECONDS;
      shock = session.shockSd * chance.normal();
      since = 0;
      left = Math.max(1, Math.floor(session.attempts * between(0.5, 1.5)));
      if (days > 7) wandered -= learner.exponential.gain * 0.05 * between(0, 2);
    }
    left -= 1;
    time += 60_000;
    form = likeness * form + Math.sqrt(1 - likeness * likeness) * chance.normal();
    wandered += wanderSd * chance.normal();
    const cold = session.coldCost * 0.5 ** since;
    let z = learner.level + progressOf(learner, index) + wandered + shock + noiseSd * form - cold;
    since += 1;
    if (family === 'slips' && chance.uniform() < 0.02) z += (chance.uniform() < 0.7 ? -1 : 1) * between(1, 6);
    line.push(z);
    at.push(time);
  }
  return { name: `${family} ${seed}`, family, line, at };
}

export function simulatedSeries(perFamily: number, seed: number, attempts = 600): readonly PracticeSeries[] {
  return FAMILIES.flatMap((family) =>
    Array.from({ length: perFamily }, (_, index) => simulateSeries(family, seed + index, attempts)),
  );
}
