import type { Slot } from '../../engine/support/slots.ts';
import type { Micromastery } from '../../features/library/contract.ts';

export type DesignSupport = Micromastery['support'];

const LONGEST_TEXT = 300;

/** What the design says of a slot, for a start; null where it says nothing. */
export function designWords(support: DesignSupport, slot: Slot): string | null {
  const said = support?.[slot];
  const text = typeof said === 'string' ? said : (said ?? []).join('; ');
  if (text === '') return null;
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1).trimEnd()}…`;
}
