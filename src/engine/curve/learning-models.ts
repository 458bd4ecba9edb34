/**
 * What a learner may be like: every course of learning joined with every way attempts scatter. All lengths
 * are in standard deviations of the noise of one attempt, so that one list serves every measure.
 */
export type Course =
  | { readonly kind: 'steady' }
  | { readonly kind: 'logarithmic' }
  | { readonly kind: 'linear' }
  | { readonly kind: 'exponential'; readonly attempts: number };

export type Scatter = {
  /** Variance by which the level wanders with each attempt, as a share of the noise's. */
  readonly wander: number;
  /** How alike the noise of successive attempts is: form, mood, tiredness. */
  readonly likeness: number;
};

/**
 * Logarithmic: the power law in logarithms. Exponentials of a quick and a slow learner. Linear: whatever goes
 * on up or down without an end in sight, by hundreds of attempts.
 */
export const COURSES: readonly Course[] = [
  { kind: 'steady' },
  { kind: 'logarithmic' },
  { kind: 'exponential', attempts: 10 },
  { kind: 'exponential', attempts: 80 },
  { kind: 'linear' },
];

export const SCATTERS: readonly Scatter[] = [
  { wander: 0, likeness: 0 },
  { wander: 0.005, likeness: 0.3 },
  { wander: 0.08, likeness: 0 },
  { wander: 0.005, likeness: 0.6 },
];

/**
 * Mean and standard deviation of the gain that goes with a course, before anything was seen: most people
 * improve.
 */
export const GAIN: Readonly<Record<Course['kind'], { readonly mean: number; readonly sd: number }>> = {
  steady: { mean: 0, sd: 0 },
  logarithmic: { mean: 1, sd: 1.5 },
  exponential: { mean: 2, sd: 3 },
  linear: { mean: 0, sd: 1 },
};

export type Model = { readonly course: Course; readonly scatter: Scatter };

/** All models, course by course. */
export const MODELS: readonly Model[] = COURSES.flatMap((course) =>
  SCATTERS.map((scatter) => ({ course, scatter })),
);
export const MODEL_COUNT = MODELS.length;

/** Nothing goes on for ever: a linear course is believed a third as readily as any other. */
const LINEAR_SHARE = 0.35;
const SHARES = MODELS.map(({ course }) => (course.kind === 'linear' ? LINEAR_SHARE : 1));

/** Probability of each model before anything was seen; sums to 1. */
export const MODEL_WEIGHTS: readonly number[] = SHARES.map(
  (share) => share / SHARES.reduce((sum, other) => sum + other, 0),
);

/** Attempts in which a linear course goes by its gain. */
const LINEAR_ATTEMPTS = 100;

/** How far along its gain a course is after `t` attempts. */
export function progress(course: Course, t: number): number {
  switch (course.kind) {
    case 'steady':
      return 0;
    case 'logarithmic':
      return Math.log(t + 1);
    case 'linear':
      return t / LINEAR_ATTEMPTS;
    case 'exponential':
      return 1 - Math.exp(-t / course.attempts);
    default:
      return course satisfies never;
  }
}

/** How much further along attempt `t` is than the one before. */
export function progressStep(course: Course, t: number): number {
  switch (course.kind) {
    case 'steady':
      return 0;
    case 'logarithmic':
      return Math.log(1 + 1 / t);
    case 'linear':
      return 1 / LINEAR_ATTEMPTS;
    case 'exponential':
      return Math.exp(-t / course.attempts) * (Math.exp(1 / course.attempts) - 1);
    default:
      return course satisfies never;
  }
}

/**
 * Mean of the progress over attempts `from` to `to`; the sum of logarithms by the midpoint rule's integral.
 */
export function meanProgress(course: Course, from: number, to: number): number {
  const k = to - from + 1;
  switch (course.kind) {
    case 'steady':
      return 0;
    case 'linear':
      return (from + to) / 2 / LINEAR_ATTEMPTS;
    case 'logarithmic':
      return (logIntegral(to + 1.5) - logIntegral(from + 0.5)) / k;
    case 'exponential': {
      const kept = Math.exp(-1 / course.attempts);
      return 1 - (Math.exp(-from / course.attempts) * (1 - kept ** k)) / ((1 - kept) * k);
    }
    default:
      return course satisfies never;
  }
}

function logIntegral(x: number): number {
  return x * Math.log(x) - x;
}
