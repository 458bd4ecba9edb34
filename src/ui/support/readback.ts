import { SLOT_NAMES } from '../../engine/support/slots.ts';
import type { Support } from '../../features/support/contract.ts';
import { planSentence } from './plan-words.ts';

export type ReadbackPart = { readonly lead: string; readonly said: string };

/** What the learner put around a practice, in as few words as it is recognised by; empty where nothing is. */
export function readback({
  slots,
  plans,
  atHand,
}: Pick<Support, 'slots' | 'plans' | 'atHand'>): ReadbackPart[] {
  const named = (status: string) =>
    slots
      .filter((one) => one.status === status)
      .map(({ slot, text }) => (text === null ? SLOT_NAMES[slot] : `${SLOT_NAMES[slot]} (${text})`));
  const parts = [
    { lead: 'In place', said: named('in-place').join(', ') },
    { lead: 'Missing', said: named('missing').join(', ') },
    { lead: 'At hand', said: atHand.map(({ label }) => label).join(', ') },
    { lead: 'Planned', said: plans.map(planSentence).join(' ') },
  ];
  return parts.filter(({ said }) => said !== '');
}
