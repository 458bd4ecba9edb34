import { formatTick, formatValue } from '../../engine/measure/format-value.ts';
import type { AttemptRow, Payoff } from './contract.ts';

export function takeLabel(number: number): string {
  return `Take ${number.toLocaleString('en')}`;
}

/** `inForce`: its unit stands over the list; any other is written out. `payoff`: the one that it was measured by. */
export function valueWords(
  { value }: Pick<AttemptRow, 'value'>,
  payoff: Payoff | undefined,
  inForce: Payoff | undefined,
): string {
  if (value === null) return 'no score';
  if (payoff === undefined) return String(value);
  const isSameUnit = payoff.kind === inForce?.kind && payoff.unit === inForce.unit;
  return isSameUnit ? formatTick(payoff, value) : formatValue(payoff, value);
}
