import type { AgendaInput, Reason } from '../../engine/agenda/agenda.ts';
import { findGap } from '../../engine/momentum/gap.ts';

type Known = Pick<AgendaInput, 'today' | 'pauses'> & {
  /** The calendar day of the last take, where this device is. */
  readonly lastDay: string | null;
};

/** Days since the last session in the learner's own calendar: the engine counts hours, and would say another number than the page. */
export function toldReason(reason: Reason, known: Known): Reason {
  const gap = findGap(known);
  if (gap.kind !== 'gap') return reason;
  // A pause stops no forgetting.
  if (reason.kind === 'look-again') return { ...reason, sinceDays: gap.days };
  if (reason.kind !== 'due') return reason;
  return { ...reason, sinceDays: Math.max(0, gap.days - gap.pausedDays), pausedDays: gap.pausedDays };
}
