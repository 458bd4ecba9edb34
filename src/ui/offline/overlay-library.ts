import type { Library, Micromastery } from '../../features/library/contract.ts';
import { factOf } from './fact.ts';
import type { PendingWrite } from './pending-write.ts';

/** With designs that home has not heard of in their newest version: one’s own come first. */
export function overlayLibrary(
  library: Library | undefined,
  pending: readonly PendingWrite[],
): Library | undefined {
  const made = new Map<string, Micromastery>();
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'design') made.set(fact.id, { ...fact.body.design, id: fact.id, isOwn: true });
  }
  if (made.size === 0) return library;
  const known = library?.micromasteries ?? [];
  const isOlder = (one: Micromastery) => one.version < (made.get(one.id)?.version ?? 0);
  const others = known.filter((one) => !made.has(one.id) || !isOlder(one));
  const newest = [...made.values()].filter((one) => !others.some((other) => other.id === one.id));
  return { micromasteries: [...newest, ...others] };
}
