import { FEWEST_STEPS, ORDERS, type Order, runOrder } from '../../engine/challenge/run-order.ts';
import type { PracticePage } from '../practice/contract.ts';
import type { RunningSession } from './running-session.ts';

/** Under which a take says in which order its steps were. */
export const ORDER = 'order';

/** Steps that can be done in another order: those of the design's checklist, where there are enough. */
export function stepsOf({ micromastery }: Pick<PracticePage, 'micromastery'>): readonly string[] {
  const steps = micromastery.formats?.checklist ?? [];
  return steps.length < FEWEST_STEPS ? [] : steps;
}

/** The order that a sitting was set to; null: their own. */
export function orderOf({ held = {} }: Pick<RunningSession, 'held'>): Order | null {
  return ORDERS.find((order) => order === held[ORDER]) ?? null;
}

/** The steps of a sitting as it runs them; the same after a reload. */
export function stepsInOrder(
  steps: readonly string[],
  order: Order,
  { sessionId }: Pick<RunningSession, 'sessionId'>,
): readonly string[] {
  return runOrder(steps.length, order, sessionId).flatMap((place) => steps[place] ?? []);
}
