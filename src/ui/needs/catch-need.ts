import type { NeedBody } from '../../features/needs/contract.ts';
import { newId } from '../offline/device.ts';
import { record } from '../offline/record.ts';

/** Opens the small dialog from anywhere but in a field, where one-letter keys are on. */
export const CATCH_KEY = 'c';

const listeners = new Set<() => void>();

/** Opens the small dialog that catches a need. */
export function askForNeed(): void {
  for (const open of listeners) open();
}

export function onNeedAskedFor(open: () => void): () => void {
  listeners.add(open);
  return () => listeners.delete(open);
}

/** Keeps it, and answers why it could not be kept here: null where it could. */
export async function keepCaught(need: NeedBody, id: string = newId()): Promise<string | null> {
  try {
    await record([{ path: `/api/needs/${id}`, body: need }]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
