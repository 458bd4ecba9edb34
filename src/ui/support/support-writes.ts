import type { Slot } from '../../engine/support/slots.ts';
import type {
  AtHandBody,
  IfThenPlanBody,
  IfThenUseBody,
  SupportCheckBody,
  SupportSlotBody,
} from '../../features/support/contract.ts';
import { newId } from '../offline/device.ts';
import type { Write } from '../offline/pending-write.ts';

export type SlotStatus = SupportSlotBody['status'];

export function slotWrite(body: Omit<SupportSlotBody, 'setAt'>, now: Date): Write {
  return {
    path: `/api/support-slots/${newId()}`,
    body: { ...body, setAt: now.toISOString() } satisfies SupportSlotBody,
  };
}

type Plan = Pick<IfThenPlanBody, 'practiceId' | 'cue' | 'action'>;

/** `replacesId`: of the plan that this one says anew; null for a new one. */
export function planWrite(plan: Plan, replacesId: string | null, now: Date): Write {
  const { practiceId, cue, action } = plan;
  return ifThen({ practiceId, cue, action, replacesId, isDropped: false, setAt: now.toISOString() });
}

export function dropPlanWrite(plan: Plan & { readonly id: string }, now: Date): Write {
  const { practiceId, cue, action, id } = plan;
  return ifThen({ practiceId, cue, action, replacesId: id, isDropped: true, setAt: now.toISOString() });
}

function ifThen(body: IfThenPlanBody): Write {
  return { path: `/api/if-then-plans/${newId()}`, body };
}

/** The session has to be recorded before it, here or at home. */
export function planUseWrite(
  use: Pick<IfThenUseBody, 'planId' | 'sessionId' | 'isDone'>,
  practiceId: string,
  now: Date,
): Write {
  const body: IfThenUseBody = { ...use, notedAt: now.toISOString() };
  return { path: `/api/if-then-uses/${newId()}`, body, practiceId };
}

type Thing = Pick<AtHandBody, 'practiceId' | 'label' | 'address' | 'mediaSha256'> &
  Partial<Pick<AtHandBody, 'form' | 'text'>>;

export function atHandWrite(thing: Thing, now: Date): Write {
  return laid({
    form: null,
    text: null,
    ...thing,
    replacesId: null,
    isDropped: false,
    setAt: now.toISOString(),
  });
}

export function dropAtHandWrite(thing: Thing & { readonly id: string }, now: Date): Write {
  const { practiceId, label, address, mediaSha256, form = null, text = null, id } = thing;
  return laid({
    practiceId,
    label,
    address,
    mediaSha256,
    form,
    text,
    replacesId: id,
    isDropped: true,
    setAt: now.toISOString(),
  });
}

function laid(body: AtHandBody): Write {
  return { path: `/api/at-hand/${newId()}`, body };
}

/** What was in place when a session began; a slot in neither list was not asked about. */
export type SupportChoice = {
  readonly practiceId: string;
  readonly inPlace: readonly Slot[];
  readonly missing: readonly Slot[];
};

/** What a choice at the start of a session means, to be written behind the session itself. Nothing asked, nothing written. */
export function supportWrites(sessionId: string, choice: SupportChoice | null, now: Date): Write[] {
  if (choice === null || choice.inPlace.length + choice.missing.length === 0) return [];
  const { practiceId, inPlace, missing } = choice;
  const body: SupportCheckBody = {
    sessionId,
    inPlace: [...inPlace],
    missing: [...missing],
    checkedAt: now.toISOString(),
  };
  return [{ path: `/api/support-checks/${newId()}`, body, practiceId }];
}
