import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { addAttempt, findingsOf, startTrial, type TrialOptions, verdictOf } from './trial.ts';

const TRIAL: TrialOptions = { kind: 'rate', better: 'up', levels: ['a', 'b'], smallest: null };

type Course = {
  readonly seed: number;
  readonly attempts: number;
  /** Share by which level b is larger. */
  readonly effect: number;
  /** A skill that improves by so much over the trial, in shares. */
  readonly gain?: number;
  readonly probability?: number;
};

/** An improving learner with alike neighbours (AR 0.4), shocks by session of six, and a slip now and then. */
function* learner({ seed, attempts, effect, gain = 0.3, probability = 0.5 }: Course) {
  const chance = random(seed);
  let [likeness, shock] = [0, 0];
  for (let n = 0; n < attempts; n += 1) {
    if (n % 6 === 0) shock = 0.05 * chance.normal();
    likeness = 0.4 * likeness + 0.08 * chance.normal();
    const slip = chance.uniform() < 0.02 ? -0.7 : 0;
    const level = chance.uniform() < probability ? 'b' : 'a';
    const skill = Math.log(60) + gain * (1 - Math.exp(-n / 40));
    const shift = level === 'b' ? Math.log(1 + effect) : 0;
    const own = level === 'b' ? probability : 1 - probability;
    yield { value: Math.exp(skill + shock + likeness + slip + shift), level, probability: own };
  }
}

/** Looks after every attempt; what it would have said at any of them. */
function looksOf(course: Course, options = TRIAL) {
  const trial = startTrial(options);
  const verdicts = new Set<string>();
  let isMissed = false;
  const truth = Math.log(1 + course.effect);
  for (const attempt of learner(course)) {
    addAttempt(trial, attempt);
    const [finding] = findingsOf(trial);
    if (finding === undefined) continue;
    verdicts.add(finding.verdict);
    if (finding.lower !== null && finding.lower > truth) isMissed = true;
    if (finding.upper !== null && finding.upper < truth) isMissed = true;
  }
  return { verdicts, isMissed, last: findingsOf(trial)[0] };
}

const RUNS = 120;
const runs = (course: Omit<Course, 'seed'>) =>
  Array.from({ length: RUNS }, (_, seed) => looksOf({ ...course, seed: seed + 1 }));
/** Three standard errors above 5% of so many runs. */
const MOST_WRONG = RUNS * 0.05 + 3 * Math.sqrt(RUNS * 0.05 * 0.95);

describe('a trial, looked at after every attempt', () => {
  it('claims nothing where there is nothing, though the skill grows while it lasts', () => {
    const wrong = runs({ attempts: 80, effect: 0 }).filter(({ verdicts }) => verdicts.size > 1);
    expect(wrong.length).toBeLessThan(MOST_WRONG);
  });

  it('claims nothing either where one level is drawn rarely', () => {
    const wrong = runs({ attempts: 80, effect: 0, probability: 0.2 }).filter(
      ({ verdicts }) => verdicts.size > 1,
    );
    expect(wrong.length).toBeLessThan(MOST_WRONG);
  });

  it('finds a large effect as a rule, never the wrong way round, and its interval holds the truth at all looks', () => {
    const found = runs({ attempts: 80, effect: 0.15 });
    expect(found.filter(({ verdicts }) => verdicts.has('better')).length).toBeGreaterThan(0.9 * RUNS);
    expect(found.filter(({ verdicts }) => verdicts.has('worse'))).toEqual([]);
    expect(found.filter(({ isMissed }) => isMissed).length).toBeLessThan(MOST_WRONG);
  });
});

describe('what it says', () => {
  it('recovers an effect within its interval, which narrows as attempts come', () => {
    const [early, late] = [60, 1500].map((attempts) => looksOf({ seed: 5, attempts, effect: 0.08 }).last);
    const width = (finding: typeof early) => (finding?.upper ?? 9) - (finding?.lower ?? -9);
    expect(width(late)).toBeLessThan(width(early) / 3);
    expect(late?.estimate).toBeCloseTo(Math.log(1.08), 1);
    expect(late?.verdict).toBe('better');
  });

  it('is positive where less is better and there is less', () => {
    const { last } = looksOf(
      { seed: 3, attempts: 200, effect: -0.2 },
      { ...TRIAL, kind: 'duration', better: 'down' },
    );
    expect(last).toMatchObject({ verdict: 'better', level: 'b', against: 'a' });
    expect(last?.estimate).toBeGreaterThan(0.1);
  });

  it('shares its error over the comparisons, so that each interval is wider', () => {
    const of = (levels: readonly string[]) => {
      const trial = startTrial({ ...TRIAL, levels });
      for (const attempt of learner({ seed: 8, attempts: 150, effect: 0 })) addAttempt(trial, attempt);
      return findingsOf(trial)[0];
    };
    const [two, five] = [of(['a', 'b']), of(['a', 'b', 'c', 'd', 'e'])];
    expect((five?.upper ?? 0) - (five?.lower ?? 0)).toBeGreaterThan((two?.upper ?? 0) - (two?.lower ?? 0));
  });

  it.each(['rate', 'pass'] as const)(
    'claims nothing among three levels of %s that are drawn unequally',
    (kind) => {
      let wrong = 0;
      for (let seed = 1; seed <= RUNS; seed += 1) {
        const chance = random(seed);
        const trial = startTrial({ kind, better: 'up', levels: ['a', 'b', 'c'], smallest: null });
        let [isWrong, last] = [false, 0];
        for (let n = 0; n < 80; n += 1) {
          // After a good attempt b gets what c had, as a draw that learns would do.
          const rich = last > 0.5 ? 'b' : 'c';
          const pick = chance.uniform();
          const level = pick < 0.1 ? 'a' : pick < 0.2 ? (rich === 'b' ? 'c' : 'b') : rich;
          last = chance.uniform();
          const value = kind === 'pass' ? (last > 0.5 ? 1 : 0) : 50 + 10 * last;
          addAttempt(trial, { value, level, probability: level === rich ? 0.8 : 0.1 });
          if (findingsOf(trial).some(({ verdict }) => verdict !== 'not-enough')) isWrong = true;
        }
        if (isWrong) wrong += 1;
      }
      expect(wrong).toBeLessThan(MOST_WRONG);
    },
  );

  it('finds what the better of three levels does', () => {
    const chance = random(6);
    const trial = startTrial({ ...TRIAL, levels: ['a', 'b', 'c'] });
    for (let n = 0; n < 240; n += 1) {
      const level = ['a', 'b', 'c'][chance.below(3)] ?? 'a';
      const value = Math.exp(4 + 0.1 * chance.normal() + (level === 'b' ? 0.1 : 0));
      addAttempt(trial, { value, level, probability: 1 / 3 });
    }
    expect(findingsOf(trial).map(({ verdict }) => verdict)).toEqual(['better', 'not-enough']);
  });

  it('compares shares of passes', () => {
    const chance = random(4);
    const trial = startTrial({ kind: 'pass', better: 'up', levels: ['a', 'b'], smallest: null });
    for (let n = 0; n < 400; n += 1) {
      const level = chance.uniform() < 0.5 ? 'b' : 'a';
      addAttempt(trial, {
        value: chance.uniform() < (level === 'b' ? 0.8 : 0.4) ? 1 : 0,
        level,
        probability: 0.5,
      });
    }
    const [finding] = findingsOf(trial);
    expect(finding?.verdict).toBe('better');
    expect(finding?.lower).toBeLessThan(0.4);
    expect(finding?.upper).toBeGreaterThan(0.4);
  });

  it('is bounded by nothing before it has seen a few attempts', () => {
    const trial = startTrial({ ...TRIAL, kind: 'score' });
    expect(findingsOf(trial)).toEqual([
      { n: 0, estimate: null, lower: null, upper: null, level: 'b', against: 'a', verdict: 'not-enough' },
    ]);
  });

  it.each([
    [0.01, 0.2, null, 'better'],
    [-0.2, -0.01, null, 'worse'],
    [-0.1, 0.1, null, 'not-enough'],
    [-0.01, 0.02, 0.03, 'no-difference'],
    [0.005, 0.02, 0.03, 'no-difference'],
    [-0.04, 0.02, 0.03, 'not-enough'],
    [null, null, 0.03, 'not-enough'],
  ] as const)('from %j to %j, where %j matters: %s', (lower, upper, smallest, verdict) => {
    expect(verdictOf({ lower, upper }, smallest)).toBe(verdict);
  });
});
