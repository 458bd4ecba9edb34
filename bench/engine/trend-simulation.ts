/**
 * The figures of docs/science/picture.md: how often the trend, the gain and "steadier" are wrong where nothing
 * changed, and how often a real rise is found. Run: `node bench/engine/trend-simulation.ts` (about a minute).
 */
import type { Measure } from '../../src/engine/measure/measure.ts';
import { estimateGain } from '../../src/engine/picture/gain.ts';
import type { AttemptFact } from '../../src/engine/picture/picture.ts';
import { groupSessions } from '../../src/engine/picture/sessions.ts';
import { estimateTrend } from '../../src/engine/picture/trend.ts';
import { findSteadier } from '../../src/engine/session/steadier.ts';
import { type AttemptsPlan, simulateAttempts } from '../../src/engine/simulate/simulate-attempts.ts';

const ROUNDS = 2000;
const STEADIER_ROUNDS = 600;
const measure: Measure = { kind: 'score', unit: '', direction: 'up', target: { low: null, high: null } };
const NOISES = [
  { likeness: 0, dayShock: 0 },
  { likeness: 0.3, dayShock: 0.5 },
  { likeness: 0.6, dayShock: 0 },
  { likeness: 0.6, dayShock: 1 },
  { likeness: 0.8, dayShock: 0.5 },
] as const;

type Shape = Omit<AttemptsPlan, 'level'>;

/** How coarse the values are, in standard deviations of an attempt's noise: 2 leaves three or four different ones. */
const GRAINS = [1, 2] as const;

/** Counts and ratings are no finer than their steps, so many are equal; 0 leaves values as they are. */
function rounded(attempts: readonly AttemptFact[], grain: number): readonly AttemptFact[] {
  if (grain === 0) return attempts;
  return attempts.map((attempt) => ({ ...attempt, value: Math.round(attempt.value / grain) * grain }));
}

function share(rounds: number, isTrue: (round: number) => boolean | null): string {
  const answers = Array.from({ length: rounds }, (_, round) => isTrue(round)).filter(
    (answer) => answer !== null,
  );
  if (answers.length < rounds / 10) return '   - ';
  return (answers.filter(Boolean).length / answers.length).toFixed(3);
}

function trendCalled(shape: Shape, gain: number, grain = 0): string {
  const level = (index: number) => (gain * index) / shape.attempts;
  return share(ROUNDS, (round) => {
    const attempts = rounded(simulateAttempts({ ...shape, level }, round), grain);
    const { kind } = estimateTrend(measure, attempts, 0.95);
    if (kind === 'too-few-sessions') return null;
    return gain === 0 ? kind === 'improving' || kind === 'slipping' : kind === 'improving';
  });
}

function gainCovered(shape: Shape): string {
  return share(ROUNDS, (round) => {
    const gain = estimateGain(measure, simulateAttempts({ ...shape, level: () => 0 }, round), 9, 0.8);
    return gain.kind === 'gain' ? gain.low <= 0 && gain.high >= 0 : null;
  });
}

function steadierCalled(shape: Shape): string {
  return share(STEADIER_ROUNDS, (round) => {
    const sessions = groupSessions(simulateAttempts({ ...shape, level: () => 0 }, round));
    const today = sessions.at(-1)?.attempts ?? [];
    if (today.length < 5) return null;
    const before = sessions.slice(0, -1).flatMap((session) => session.attempts);
    return findSteadier(today, before) !== null;
  });
}

console.log(
  'attempts, a session (0: 1 to 9), likeness, day shock | called with no trend, with a rise of 2 and of 3',
);
console.log('noise units | 80% gain interval covers | called steadier with no change');
for (const attempts of [12, 20, 40, 100]) {
  for (const perSession of [1, 3, 6, 0]) {
    for (const noise of NOISES) {
      const shape = { attempts, perSession, ...noise };
      const trend = [0, 2, 3].map((gain) => trendCalled(shape, gain)).join(' ');
      const setting = `${attempts} ${perSession} ${noise.likeness} ${noise.dayShock}`.padEnd(14);
      console.log(`${setting} | ${trend} | ${gainCovered(shape)} | ${steadierCalled(shape)}`);
    }
  }
}

console.log('the same trends in values rounded to steps of 1 and of 2, with sessions of 1 and 3');
for (const attempts of [20, 40, 100]) {
  for (const perSession of [1, 3]) {
    for (const noise of NOISES) {
      const shape = { attempts, perSession, ...noise };
      const coarse = GRAINS.map((grain) =>
        [0, 2, 3].map((gain) => trendCalled(shape, gain, grain)).join(' '),
      );
      const setting = `${attempts} ${perSession} ${noise.likeness} ${noise.dayShock}`.padEnd(14);
      console.log(`${setting} | ${coarse.join(' | ')}`);
    }
  }
}
