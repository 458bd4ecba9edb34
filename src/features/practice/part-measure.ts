import { isSameWork, type WorkOf } from '../../engine/session/work.ts';
import type { Payoff } from './contract.ts';

type MeasuredTake = { readonly sessionId: string; readonly payoffId: string };

/**
 * The measure that work of this kind is drawn in: the one in force, or of a part its newest take's. Takes of both parts are
 * measured by turns: they are drawn in that of the first, and never mixed. `payoffs`: the one in force first.
 */
export function measureOfWork(
  payoffs: readonly Payoff[],
  takes: readonly MeasuredTake[],
  workOf: (sessionId: string) => WorkOf,
  wanted: WorkOf,
): Payoff | undefined {
  const [inForce] = payoffs;
  if (wanted.work !== 'part') return inForce;
  const own = new Map(payoffs.filter(({ part }) => part != null).map((payoff) => [payoff.id, payoff]));
  if (own.size === 0) return inForce;
  const made = takes.filter(({ sessionId }) => isSameWork(workOf(sessionId), wanted));
  const isSecond = ({ payoffId }: MeasuredTake) => own.get(payoffId)?.part === 'b';
  const newest = made.findLast((take) => !isSecond(take)) ?? made.at(-1);
  return (newest === undefined ? undefined : own.get(newest.payoffId)) ?? inForce;
}
