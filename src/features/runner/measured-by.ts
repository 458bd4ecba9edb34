import type { Payoff } from '../practice/contract.ts';
import type { RunningSession } from './running-session.ts';

/** What take `index` of a sitting, from 0, is measured by: of two parts by turns, else as the practice is. */
export function measuredBy(
  { payoff, payoffs }: { readonly payoff: Payoff; readonly payoffs: readonly Payoff[] },
  { measures = [] }: Pick<RunningSession, 'measures'>,
  index: number,
): Payoff {
  const id = measures[index % measures.length];
  return payoffs.find((one) => one.id === id) ?? payoff;
}
