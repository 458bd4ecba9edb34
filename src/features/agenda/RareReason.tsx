import type { Reason } from '../../engine/agenda/plan.ts';
import { reasonWords } from '../../engine/agenda/reason-words.ts';

/** A reason that not every plan has, in words. */
export function RareReason({ reason }: { readonly reason: Reason }) {
  return reasonWords(reason);
}
