import { medianOf } from '../picture/order-statistics.ts';
import type { WorkOf } from '../session/work.ts';
import { costBetween, FEWEST_ATTEMPTS, type PartMeasure } from './dual-cost.ts';

/** A session with something light to do beside it: out of every comparison with the whole. */
export const BESIDE: WorkOf = { work: 'part', part: 'with a second task' };

export const AUTOPILOT_COST = 0.1;
export const AUTOPILOT_TAKES = 3;
export const AUTOPILOT_HELD = 2;
/** What is usual, from as many of the latest takes. */
const USUAL_TAKES = 5;

export type TimedTake = { readonly at: number; readonly value: number };

export type Autopilot =
  /** Too few takes of the whole to know what is usual, or too few with a second task. */
  | {
      readonly kind: 'too-few-attempts';
      readonly usual: number;
      readonly beside: number;
      readonly need: number;
    }
  | { readonly kind: 'no-scale' }
  | {
      readonly kind: 'autopilot' | 'not-yet';
      /** Of the takes that decided it, or of the latest. */
      readonly held: number;
      readonly of: number;
      /** When the last of them was made. */
      readonly at: number;
      readonly cost: number;
    };

/**
 * Whether a skill holds while something light is done beside it: of three takes in a row with a second task, two within 10% of
 * the median of the latest five takes of the whole before them. The first such three count and give the day; where there are none,
 * the latest three are told. Both lists oldest first. Ours, and small: three takes say little of how often it would hold.
 */
export function autopilotOf(
  measure: PartMeasure,
  whole: readonly TimedTake[],
  beside: readonly TimedTake[],
  cost = AUTOPILOT_COST,
): Autopilot {
  const losses = beside.flatMap(({ at, value }) => {
    const before = whole.filter((take) => take.at < at).slice(-USUAL_TAKES);
    if (before.length < FEWEST_ATTEMPTS) return [];
    return [{ at, loss: costBetween(measure, medianOf(before.map((take) => take.value)), value) }];
  });
  if (losses.length < AUTOPILOT_TAKES) {
    return {
      kind: 'too-few-attempts',
      usual: whole.length,
      beside: losses.length,
      need: AUTOPILOT_TAKES,
    };
  }
  if (losses.some(({ loss }) => loss === null)) return { kind: 'no-scale' };
  const held = losses.map(({ loss }) => loss !== null && loss <= cost + EXACT);
  const threeTo = (last: number) =>
    held.slice(last - AUTOPILOT_TAKES + 1, last + 1).filter((isHeld) => isHeld).length;
  const first = losses.findIndex((_, last) => last >= AUTOPILOT_TAKES - 1 && threeTo(last) >= AUTOPILOT_HELD);
  const last = first === -1 ? losses.length - 1 : first;
  return {
    kind: first === -1 ? 'not-yet' : 'autopilot',
    held: threeTo(last),
    of: AUTOPILOT_TAKES,
    at: losses[last]?.at ?? 0,
    cost,
  };
}

/** Nine of ten is within a tenth, whatever the logarithm makes of it. */
const EXACT = 1e-9;
