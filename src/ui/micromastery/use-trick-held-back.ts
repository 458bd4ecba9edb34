import { useSyncExternalStore } from 'react';
import { isTrickRead, onTrickRead } from './trick-read.ts';

type Held = {
  readonly micromasteryId: string;
  /** Null where the design has none: then nothing is held back. */
  readonly trick: { readonly tryFirst: boolean } | null;
  /** Whether the learner has made a take: from then on nothing is held back. */
  readonly hasTried: boolean;
};

/** Whether the author asks for a try before it is read, and neither that nor "Show it" has happened yet. */
export function useTrickHeldBack({ micromasteryId, trick, hasTried }: Held): boolean {
  const wasRead = useSyncExternalStore(onTrickRead, () => isTrickRead(micromasteryId));
  return trick?.tryFirst === true && !hasTried && !wasRead;
}
