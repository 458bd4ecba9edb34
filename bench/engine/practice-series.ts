import type { CurveAttempt } from '../../src/engine/curve/curve-state.ts';

/** Attempts of one learner in order: a rate on the line, its natural logarithm, and when, in milliseconds since 1970. */
export type PracticeSeries = {
  readonly name: string;
  readonly family: string;
  readonly line: readonly number[];
  readonly at: readonly number[];
};

export function attemptsOf({ line, at }: PracticeSeries): readonly CurveAttempt[] {
  return line.map((z, place) => {
    const time = at[place];
    return time === undefined ? { value: Math.exp(z) } : { value: Math.exp(z), at: time };
  });
}
