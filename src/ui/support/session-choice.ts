import { SLOTS, type Slot } from '../../engine/support/slots.ts';
import type { SupportCheck, SupportSlot } from '../../features/support/contract.ts';
import { type DesignSupport, designWords } from './design-slots.ts';
import type { SupportChoice } from './support-writes.ts';

type Slots = readonly Pick<SupportSlot, 'slot' | 'status' | 'text'>[];

/** What was ticked or unticked at the start of this session, by slot. */
export type Ticks = Readonly<Partial<Record<Slot, boolean>>>;

/** What the learner or the design has named. What is not needed is not asked about, nor what nobody has spoken of. */
export function askedSlots(slots: Slots, design: DesignSupport): readonly Slot[] {
  return SLOTS.filter((slot) => {
    const own = ownOf(slots, slot);
    return own === undefined ? designWords(design, slot) !== null : own.status !== 'not-needed';
  });
}

export function slotText(slots: Slots, design: DesignSupport, slot: Slot): string | null {
  const own = ownOf(slots, slot);
  return own === undefined ? designWords(design, slot) : own.text;
}

/** What was said of this session before; nothing where nothing was. */
export function toldTicks(
  checks: readonly Pick<SupportCheck, 'sessionId' | 'inPlace' | 'missing'>[],
  sessionId: string | null,
): Ticks {
  const told = checks.find((check) => check.sessionId === sessionId);
  const entries = (slots: readonly Slot[] = [], is: boolean) => slots.map((slot) => [slot, is] as const);
  return Object.fromEntries([...entries(told?.inPlace, true), ...entries(told?.missing, false)]);
}

/** Ticked beforehand where the learner has said that it is in place. */
export function isTicked(slots: Slots, ticks: Ticks, slot: Slot): boolean {
  return ticks[slot] ?? ownOf(slots, slot)?.status === 'in-place';
}

/** Of a slot that the learner never spoke of, and left as it was, nobody knows whether it was in place. */
export function choiceOf(
  practiceId: string,
  asked: readonly Slot[],
  slots: Slots,
  ticks: Ticks,
): SupportChoice {
  const known = asked.filter((slot) => ticks[slot] !== undefined || ownOf(slots, slot) !== undefined);
  return {
    practiceId,
    inPlace: known.filter((slot) => isTicked(slots, ticks, slot)),
    missing: known.filter((slot) => !isTicked(slots, ticks, slot)),
  };
}

function ownOf(slots: Slots, slot: Slot): Slots[number] | undefined {
  return slots.find((one) => one.slot === slot);
}
