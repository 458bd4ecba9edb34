import { BOUNDS, type Measure, type ValueFault, valueFault } from './measure.ts';

/** `end`: which end of the target to change. */
export type TargetFault = {
  readonly end: 'low' | 'high';
  readonly fault: ValueFault | 'wrong-end' | 'one-end' | 'ends-crossed';
};

/**
 * Why no attempt of this kind and direction could have such a target, or null if it fits or is not set. Each end has to
 * be a value that the kind can take; what ends there are depends on the direction.
 */
export function targetFault({ kind, direction, target }: Omit<Measure, 'unit'>): TargetFault | null {
  const { low, high } = target;
  if (low === null && high === null) return null;
  for (const end of ['low', 'high'] as const) {
    const value = target[end];
    const fault = value === null ? null : valueFault(kind, value);
    if (fault !== null) return { end, fault };
  }
  switch (direction) {
    case 'up':
      return high === null ? null : { end: 'high', fault: 'wrong-end' };
    case 'down':
      return low === null ? null : { end: 'low', fault: 'wrong-end' };
    case 'within':
      if (low === null) return { end: 'low', fault: 'one-end' };
      if (high === null) return { end: 'high', fault: 'one-end' };
      return low <= high ? null : { end: 'high', fault: 'ends-crossed' };
    default:
      return direction satisfies never;
  }
}

/** The fault and what to write instead, as the end of a sentence. */
export function targetFaultWords(
  { kind, direction }: Pick<Measure, 'kind' | 'direction'>,
  { fault }: TargetFault,
): string {
  switch (fault) {
    case 'wrong-end':
      return direction === 'up'
        ? 'a target that is better upwards has one number, its low end'
        : 'a target that is better downwards has one number, its high end';
    case 'one-end':
      return 'a target within a range has two numbers: [low, high]';
    case 'ends-crossed':
      return 'the lower end of the range comes first: [low, high]';
    case 'not-whole':
      return `a ${kind} is a whole number`;
    case 'not-a-number':
    case 'below-bounds':
    case 'above-bounds': {
      if (kind === 'proportion') return 'a share lies between 0 and 1: write 0.8 for 80%';
      const { min, max } = BOUNDS[kind];
      return `a ${kind} lies between ${min} and ${max}`;
    }
    default:
      return fault satisfies never;
  }
}
