import type { Laid } from './laid.ts';
import type { PlanLine } from './plan.ts';

/** One after the other from 0; what they leave of the minutes is the look back's. */
export function linesOf(laid: readonly Laid[], minutes: number): readonly PlanLine[] {
  let fromMinute = 0;
  const lines: PlanLine[] = laid.map(({ candidate, minutes: length, verb, takes, isFloor, reason }) => {
    const toMinute = fromMinute + length;
    const practiceId = candidate.practice.id;
    const line = { practiceId, verb, fromMinute, toMinute, takes, isFloor, reason };
    fromMinute = toMinute;
    return line;
  });
  if (fromMinute === minutes) return lines;
  const reason = { kind: 'look-back' } as const;
  const lookBack = { fromMinute, toMinute: minutes, takes: null, isFloor: false, reason } as const;
  return [...lines, { practiceId: null, verb: 'look-back', ...lookBack }];
}
