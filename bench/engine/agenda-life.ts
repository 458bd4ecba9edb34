/**
 * Made-up people who practise several things at once for months, each with little time, some of them by a day. How they
 * learn is nobody's model of ours: scores rise within a sitting by more than what stays, what stays grows most where it has
 * faded a little, and it fades slower the more often it was taken up again.
 */
import { type Random, random } from '../../src/engine/random.ts';

export const DAYS = 120;

export type Family = 'fades between sittings' | 'fades over months';

export type Trait = {
  readonly start: number;
  /** Of what is left to learn, with one take. */
  readonly pace: number;
  readonly target: number;
  readonly noise: number;
  readonly halfLifeDays: number;
  readonly attemptMinutes: number;
  /** The last day that it is wanted by; null: by none. */
  readonly wantedDay: number | null;
};

export type Person = {
  readonly family: Family;
  readonly traits: readonly Trait[];
  /** Of each day; 0: none. */
  readonly minutes: readonly number[];
  readonly seed: number;
};

export function drawPerson(family: Family, seed: number): Person {
  const chance = random(seed);
  const count = 3 + chance.below(4);
  const within = (low: number, high: number) => low + (high - low) * chance.uniform();
  const isSlow = family === 'fades over months';
  const traits = Array.from({ length: count }, (_, place): Trait => {
    const start = within(0.1, 0.35);
    return {
      start,
      pace: within(0.012, 0.04),
      target: start + (0.95 - start) * within(0.35, 0.7),
      noise: within(0.05, 0.12),
      halfLifeDays: isSlow ? within(90, 400) : within(8, 30),
      attemptMinutes: within(0.5, 4),
      wantedDay: place % 2 === 0 ? null : 20 + chance.below(80),
    };
  });
  const usual = [8, 12, 25][chance.below(3)] ?? 12;
  const minutes = Array.from({ length: DAYS }, () => (chance.uniform() < 0.65 ? usual : 0));
  return { family, traits, minutes, seed: chance.below(2 ** 31) };
}

/** One skill of one person while it is lived. */
export type Skill = {
  readonly trait: Trait;
  /** What stays. */
  level: number;
  sittings: number;
  lastDay: number;
};

export function beginSkill(trait: Trait): Skill {
  return { trait, level: trait.start, sittings: 0, lastDay: 0 };
}

/** What scores gain within a sitting and lose after it. */
const MOST_WARMTH = 0.15;
const WARMTH_A_TAKE = 0.03;
/** Of what a take leaves behind, so much less while the sitting is at its warmest. */
const LOST_TO_WARMTH = 0.8;
const COLD = 0.04;

/** What stays on a day, without practice since the last. */
export function levelOn(skill: Skill, day: number): number {
  const { trait, level, sittings, lastDay } = skill;
  const halfLife = trait.halfLifeDays * (1 + 0.3 * sittings);
  return trait.start + (level - trait.start) * 2 ** (-(day - lastDay) / halfLife);
}

/** Takes of one sitting: their scores, from 0 to about 1. */
export function practise(skill: Skill, day: number, takes: number, chance: Random): readonly number[] {
  skill.level = levelOn(skill, day);
  skill.lastDay = day;
  skill.sittings += 1;
  const { pace, noise } = skill.trait;
  const shock = 0.3 * noise * chance.normal();
  return Array.from({ length: takes }, (_, place) => {
    const warmth = Math.min(MOST_WARMTH, WARMTH_A_TAKE * place);
    const score = skill.level + warmth - (place === 0 ? COLD : 0) + shock + noise * chance.normal();
    skill.level += pace * (1 - skill.level) * (1 - (LOST_TO_WARMTH * warmth) / MOST_WARMTH);
    return score;
  });
}
