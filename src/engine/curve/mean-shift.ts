import type { Started } from './curve-state.ts';
import type { FilterBank } from './filter-bank.ts';
import { SCATTERS } from './learning-models.ts';

/**
 * By how much, on the line, the mean of many values lies above the value at the line's mean `z`: half of one attempt's
 * variance times g''/g', with g from the line to values. Added to where the line's mean is, it gives where the mean of
 * values is.
 */
export function meanShift({ bank, scale }: Started, z: number): number {
  if (scale.name === 'identity') return 0;
  const variance = attemptVariance(bank);
  const step = 0.1 * Math.sqrt(variance);
  if (step === 0) return 0;
  const [low, middle, high] = [scale.fromLine(z - step), scale.fromLine(z), scale.fromLine(z + step)];
  const slope = (high - low) / (2 * step);
  return slope === 0 ? 0 : (0.5 * variance * ((high - 2 * middle + low) / (step * step))) / slope;
}

/** Of one attempt about the level, over all models: the noise, and what it carries over to attempts that are alike. */
function attemptVariance({ weight, squares, freedom }: FilterBank): number {
  let sum = 0;
  for (let j = 0; j < weight.length; j += 1) {
    const likeness = SCATTERS[j % SCATTERS.length]?.likeness ?? 0;
    sum += ((weight[j] ?? 0) * (squares[j] ?? 0)) / (1 - likeness * likeness);
  }
  return sum / freedom;
}
