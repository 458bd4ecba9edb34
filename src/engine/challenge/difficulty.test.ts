import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import {
  type Difficulty,
  type DifficultyOptions,
  difficultyAdvice,
  difficultyFault,
  startDifficulty,
  withLevelAttempt,
} from './difficulty.ts';
import { difficultySentence } from './difficulty-words.ts';
import { startBelief, successAt, withPass } from './success-belief.ts';

const BEATS: DifficultyOptions = {
  levels: ['80 bpm', '85 bpm', '90 bpm', '95 bpm', '100 bpm'],
  start: 2,
};

function stateAfter(passes: readonly boolean[], options = BEATS): Difficulty {
  let state = startDifficulty(options);
  for (const passed of passes) state = withLevelAttempt(state, { level: state.level, passed });
  return state;
}

const told = (state: Difficulty) => difficultySentence(difficultyAdvice(state), state.options);
const [YES, NO] = [true, false];

describe('difficulty', () => {
  it('puts no second preposition before a level that has one', () => {
    const heights = { levels: ['at the chest', 'over the head'], start: 0 };
    expect(told(stateAfter([YES, YES], heights))).toMatch(/^All of the last 2 passed at the chest: /);
  });

  it('says in words what it does, as in the worked example', () => {
    expect(told(stateAfter([]))).toBe(
      'Nothing tried yet at 90 bpm: a few more there before anything is changed.',
    );
    expect(told(stateAfter([YES]))).toBe(
      'The last one passed at 90 bpm: a few more there before anything is changed.',
    );
    expect(told(stateAfter([YES, YES, YES, YES]))).toBe(
      'All of the last 4 passed at 90 bpm: a few more there will tell.',
    );
    expect(told(stateAfter([YES, YES, YES, YES, YES]))).toBe(
      'All of the last 5 passed at 90 bpm: try 95 bpm.',
    );
    // Who wants to fail more often goes on sooner.
    expect(told(stateAfter([YES, YES, NO, YES, YES, YES, YES, YES], { ...BEATS, target: 0.7 }))).toBe(
      '7 of the last 8 passed at 90 bpm: try 95 bpm.',
    );
    expect(told(stateAfter([NO, NO, YES, NO]))).toBe(
      '1 of the last 4 passed at 90 bpm: go back to 85 bpm for now.',
    );
    expect(told(stateAfter([YES, YES, NO, YES]))).toBe(
      '3 of the last 4 passed at 90 bpm: stay there, about 80% should pass.',
    );
    const locked = { ...BEATS, isLocked: true };
    expect(told(stateAfter([NO, NO, NO, NO], locked))).toBe(
      'None of the last 4 passed at 90 bpm. You keep the level as it is.',
    );
    const hardest = { ...BEATS, start: 4 };
    expect(told(stateAfter(Array(9).fill(YES), hardest))).toBe(
      'All of the last 8 passed at 100 bpm, and there is no harder level: add one when you like.',
    );
    const easiest = { ...BEATS, start: 0 };
    expect(told(stateAfter(Array(9).fill(NO), easiest))).toBe(
      'None of the last 8 passed at 80 bpm, and there is no easier level: add one when you like.',
    );
  });

  it('steps by one level at most, never off the ends, never on too few, never when locked, and as its words say', () => {
    const run = fc.record({
      passes: fc.array(fc.boolean(), { maxLength: 40 }),
      start: fc.integer({ min: 0, max: 4 }),
      target: fc.constantFrom(0.6, 0.8, 0.9),
      isLocked: fc.boolean(),
      fewest: fc.integer({ min: 1, max: 6 }),
      wanders: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(run, ({ passes, start, target, isLocked, fewest, wanders }) => {
        let state = startDifficulty({ ...BEATS, start, target, isLocked, fewest });
        let [level, row] = [start, 0];
        for (const [at, passed] of passes.entries()) {
          state = withLevelAttempt(state, { level, passed, isNewSession: at % 7 === 6 });
          row += 1;
          const advice = difficultyAdvice(state);
          expect(advice.of).toBe(Math.min(8, row));
          expect(Math.abs(advice.to - advice.from)).toBe(advice.step === 'stay' ? 0 : 1);
          expect(advice.to >= 0 && advice.to < BEATS.levels.length).toBe(true);
          if (row < fewest || isLocked) expect(advice.step).toBe('stay');
          if (advice.step === 'up') expect(advice.passed >= target * advice.of - 1e-9).toBe(true);
          if (advice.step === 'down') expect(advice.passed < (target - 0.1) * advice.of).toBe(true);
          const { success } = advice;
          expect(success !== null && success.lower <= success.rate && success.rate <= success.upper).toBe(
            true,
          );
          expect(success?.n).toBe(at + 1);
          // Now and then the learner goes where they like.
          const next = wanders > 0 && at % 9 === 8 ? wanders - 1 : advice.to;
          if (next !== level) row = 0;
          level = next;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not send on who misses too many here, whatever passed elsewhere', () => {
    let state = startDifficulty(BEATS);
    for (let n = 0; n < 12; n += 1) state = withLevelAttempt(state, { level: 4, passed: true });
    for (const passed of [YES, YES, NO]) state = withLevelAttempt(state, { level: 2, passed });
    expect(difficultyAdvice(state).success?.rate).toBeGreaterThan(0.9);
    expect(difficultyAdvice(state)).toMatchObject({ step: 'stay', passed: 2, of: 3 });
  });

  it('is refused in words where it cannot be', () => {
    expect(difficultyFault({ levels: ['a'], start: 0 })).toContain('two to 50');
    expect(difficultyFault({ levels: ['a', 'a'], start: 0 })).toContain('a name of its own');
    expect(difficultyFault({ ...BEATS, start: 5 })).toContain('one of the levels');
    expect(difficultyFault({ ...BEATS, target: 0.99 })).toContain('between 50% and 95%');
    expect(difficultyFault({ ...BEATS, fewest: 0 })).toContain('one attempt or more');
    expect(() => startDifficulty({ ...BEATS, start: -1 })).toThrow('one of the levels');
  });

  it('finds the level where four in five pass, and holds success nearer to it than three of four does', () => {
    const levels = Array.from({ length: 20 }, (_, at) => `level ${at + 1}`);
    let [ours, staircase] = [0, 0];
    for (let learner = 0; learner < 8; learner += 1) {
      const luck = random(100 + learner);
      const from = 6 + 6 * luck.uniform();
      const chance = (level: number, t: number) => 0.98 * share((from + t / 30 - level) / 0.9);
      let state = startDifficulty({ levels, start: 3 });
      let [level, stair, last]: [number, number, boolean[]] = [3, 3, []];
      for (let t = 0; t < 150; t += 1) {
        const [here, there] = [chance(level, t), chance(stair, t)];
        if (t >= 50) [ours, staircase] = [ours + Math.abs(here - 0.8), staircase + Math.abs(there - 0.8)];
        const draw = luck.uniform();
        state = withLevelAttempt(state, { level, passed: draw < here });
        level = difficultyAdvice(state).to;
        last = [...last, draw < there].slice(-4);
        const held = last.filter(Boolean).length;
        const step = last.length < 4 ? 0 : held >= 3 ? 1 : held <= 1 ? -1 : 0;
        if (step !== 0) [stair, last] = [Math.min(19, Math.max(0, stair + step)), []];
      }
    }
    expect(ours / 800).toBeLessThan(0.13);
    expect(ours).toBeLessThan(0.6 * staircase);
  });

  it('tells the chance of a pass with an interval that holds it four times in five', () => {
    // Learners drawn as the belief supposes them: widths and paces of its own, without a session in between.
    let [held, of] = [0, 0];
    for (let learner = 0; learner < 120; learner += 1) {
      const luck = random(5000 + learner);
      const width = [0.4, 0.8, 1.6, 3.2][luck.below(4)] ?? 1;
      const pace = [
        [0, 0.03],
        [0.03, 0.06],
        [0.06, 0.2],
      ][luck.below(3)] ?? [0, 0];
      let suits = 5 + 3 * luck.normal();
      let belief = startBelief({ levels: 11, target: 0.8, start: 5 });
      const odds = Math.log(0.8 / 0.18);
      for (let t = 0; t < 40; t += 1) {
        const level = luck.below(11);
        if (t > 0) suits += (pace[0] ?? 0) + (pace[1] ?? 0) * luck.normal();
        const passed = luck.uniform() < 0.98 * share((suits - level) / width + odds);
        belief = withPass(belief, { level, passed });
        if (t % 13 !== 12) continue;
        const { lower, upper } = successAt(belief, 5);
        const truth = 0.98 * share((suits - 5) / width + odds);
        // Half a per cent: as finely as chances are told apart.
        if (lower - 0.005 <= truth && truth <= upper + 0.005) held += 1;
        of += 1;
      }
    }
    expect(held / of).toBeGreaterThan(0.75);
    expect(held / of).toBeLessThan(0.88);
  });

  it('knows less at the beginning of a session than in the middle of one', () => {
    const { belief } = stateAfter(Array.from({ length: 40 }, (_, at) => at % 5 !== 4));
    const width = (isNewSession: boolean) => {
      const { lower, upper } = successAt(withPass(belief, { level: 2, passed: true, isNewSession }), 2);
      return upper - lower;
    };
    expect(width(true)).toBeGreaterThan(1.1 * width(false));
  });

  it('is wider where less is known', () => {
    const wide = successAt(startBelief({ levels: 5, target: 0.8, start: 2 }), 2);
    const narrow = successAt(stateAfter(Array.from({ length: 40 }, (_, at) => at % 5 !== 4)).belief, 2);
    expect(narrow.upper - narrow.lower).toBeLessThan(wide.upper - wide.lower);
    expect(narrow.n).toBe(40);
  });
});

const share = (x: number) => 1 / (1 + Math.exp(-x));
