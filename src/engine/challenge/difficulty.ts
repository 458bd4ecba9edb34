import {
  type LevelAttempt,
  misfitAt,
  type SuccessBelief,
  type SuccessRate,
  startBelief,
  successAt,
  withPass,
} from './success-belief.ts';

export type DifficultyOptions = {
  /** Of a named variable, from the easiest to the hardest: "80 bpm", "85 bpm". */
  readonly levels: readonly string[];
  /** Where the learner begins, a place in `levels`. */
  readonly start: number;
  /** The share of attempts that should pass, 0.8 unless told; from 0.5 to 0.95. */
  readonly target?: number;
  /** The learner keeps the level: it is never stepped, and what would be done is still told. */
  readonly isLocked?: boolean;
  /** No step on fewer attempts at a level than these, 3 unless told. */
  readonly fewest?: number;
};

/** Where a learner stands: what is known of the levels, and the attempts made in a row at the one that they are at. Plain data. */
export type Difficulty = {
  readonly options: DifficultyOptions;
  readonly belief: SuccessBelief;
  readonly level: number;
  /** Passed or not, the latest last, since the level was reached; at most as many as are told of. */
  readonly here: readonly boolean[];
};

export type Step = 'up' | 'down' | 'stay';
export type StepReason =
  | 'too-few-attempts'
  | 'near-target'
  | 'not-sure-yet'
  | 'too-easy'
  | 'too-hard'
  | 'easiest-level'
  | 'hardest-level'
  | 'locked';

export type DifficultyAdvice = {
  readonly step: Step;
  readonly reason: StepReason;
  /** Places in `levels`: where the learner is, and where the next attempt belongs. */
  readonly from: number;
  readonly to: number;
  /** At `from`, as it is now; null before the first attempt. */
  readonly success: SuccessRate | null;
  /** Of the latest attempts in a row at `from`, at most eight. */
  readonly passed: number;
  readonly of: number;
};

export const DEFAULT_TARGET = 0.8;
const FEWEST_AT_LEVEL = 3;
const TOLD = 8;
export const MOST_DIFFICULTY_LEVELS = 50;
const LEAST_TARGET = 0.5;
const MOST_TARGET = 0.95;
/** A step must suit better by so much, or the level would go to and fro. */
const WORTH_A_STEP = 0.005;

/** Why levels cannot be stepped through; null where they can. */
export function difficultyFault(options: DifficultyOptions): string | null {
  const { levels, start, target = DEFAULT_TARGET, fewest = FEWEST_AT_LEVEL } = options;
  if (levels.length < 2 || levels.length > MOST_DIFFICULTY_LEVELS)
    return `A difficulty has from two to ${MOST_DIFFICULTY_LEVELS} levels.`;
  if (new Set(levels).size < levels.length || levels.some((level) => level.trim() === ''))
    return 'Every level has a name of its own.';
  if (!Number.isInteger(start) || start < 0 || start >= levels.length)
    return 'The first level is one of the levels.';
  if (!(target >= LEAST_TARGET && target <= MOST_TARGET))
    return 'The share that should pass lies between 50% and 95%.';
  return Number.isInteger(fewest) && fewest >= 1 ? null : 'A step takes one attempt or more.';
}

/** Throws on options that `difficultyFault` refuses. */
export function startDifficulty(options: DifficultyOptions): Difficulty {
  const fault = difficultyFault(options);
  if (fault !== null) throw new Error(fault);
  const { levels, start, target = DEFAULT_TARGET } = options;
  return {
    options,
    belief: startBelief({ levels: levels.length, target, start }),
    level: start,
    here: [],
  };
}

/** One attempt more, at whatever level it was made: a learner may go where they like. */
export function withLevelAttempt(difficulty: Difficulty, attempt: LevelAttempt): Difficulty {
  const { belief, here, level } = difficulty;
  const before = attempt.level === level ? here : [];
  return {
    ...difficulty,
    belief: withPass(belief, attempt),
    level: attempt.level,
    here: [...before, attempt.passed].slice(-longest(difficulty)),
  };
}

const longest = ({ options: { fewest = FEWEST_AT_LEVEL } }: Difficulty) => Math.max(TOLD, fewest);

/**
 * The level of the next attempt: a neighbour, if it is expected to suit better than the level at hand. Bayes' rule over
 * all attempts (success-belief.ts), so that "3 of the last 4 passed" is only one of the ways to a step (Wickens et al. 2013: difficulty
 * that follows performance helps, fixed steps do not). Up only with no fewer passes at the level than the target asks, down only with
 * fewer by more than a tenth: the words that are said of a step are true of it. Never on fewer than `fewest` attempts at the level.
 */
export function difficultyAdvice(difficulty: Difficulty): DifficultyAdvice {
  const { options, belief, level, here } = difficulty;
  const told = here.slice(-TOLD);
  const { step, reason } = stepOf(difficulty);
  return {
    step,
    reason,
    from: level,
    to: level + (step === 'up' ? 1 : step === 'down' ? -1 : 0),
    success: belief.n === 0 ? null : successAt(belief, Math.min(level, options.levels.length - 1)),
    passed: told.filter(Boolean).length,
    of: told.length,
  };
}

function stepOf({ options, belief, level, here }: Difficulty): {
  readonly step: Step;
  readonly reason: StepReason;
} {
  const { levels, target = DEFAULT_TARGET, isLocked = false, fewest = FEWEST_AT_LEVEL } = options;
  if (isLocked) return { step: 'stay', reason: 'locked' };
  if (here.length < fewest) return { step: 'stay', reason: 'too-few-attempts' };
  const told = here.slice(-TOLD);
  const share = told.filter(Boolean).length / told.length;
  const now = misfitAt(belief, level);
  const isUp = share >= target && misfitAt(belief, level + 1) < now - WORTH_A_STEP;
  if (isUp && level + 1 >= levels.length) return { step: 'stay', reason: 'hardest-level' };
  if (isUp) return { step: 'up', reason: 'too-easy' };
  // Not after 3 of 4, though that is a little under 80%: nobody who passes is sent back.
  const isDown = share < target - SENT_BACK && misfitAt(belief, level - 1) < now - WORTH_A_STEP;
  if (isDown && level <= 0) return { step: 'stay', reason: 'easiest-level' };
  if (isDown) return { step: 'down', reason: 'too-hard' };
  const isNear = Math.abs(successAt(belief, level).rate - target) <= NEAR_TARGET;
  return { step: 'stay', reason: isNear ? 'near-target' : 'not-sure-yet' };
}

/** Steps back are for who passes less often than the target by more than this. */
const SENT_BACK = 0.1;
/** Told as near; what is farther off and not stepped from is told as not sure yet. */
const NEAR_TARGET = 0.1;
