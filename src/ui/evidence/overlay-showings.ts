import type { EvidenceList, Showing } from '../../features/evidence/contract.ts';
import { factOf } from '../offline/fact.ts';
import type { PendingWrite } from '../offline/pending-write.ts';
import { comparableTakes, unsentOf } from '../offline/unsent-takes.ts';

/** Home's showings with what this device has told and home has not confirmed laid over them. Newest first. */
export function overlayShowings(
  list: Pick<EvidenceList, 'showings'> | undefined,
  practiceId: string,
  pending: readonly PendingWrite[],
): readonly Showing[] {
  const home = list?.showings ?? [];
  const known = new Set(home.map(({ id }) => id));
  const facts = pending.flatMap((write) => factOf(write) ?? []);
  const takenBack = new Set(facts.flatMap((fact) => (fact.kind === 'showing-removal' ? [fact.id] : [])));
  const told = facts.flatMap((fact): Showing[] => {
    if (fact.kind !== 'showing' || fact.body.practiceId !== practiceId || known.has(fact.id)) return [];
    return [{ ...fact.body, id: fact.id }];
  });
  return [...told, ...home].filter(({ id }) => !takenBack.has(id)).toSorted(newestFirst);
}

/** As home puts them. */
function newestFirst(a: Showing, b: Showing): number {
  if (a.heldDay !== b.heldDay) return a.heldDay < b.heldDay ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

type Measured = { readonly practiceId: string; readonly payoffIds: ReadonlySet<string> };
type Reading = { readonly id: string; readonly sessionId: string; readonly value: number };
/** As they were taken. */
export type Readings = ReadonlyMap<string, readonly number[]>;

/**
 * What was scored in each session, of takes that home has counted as those of showings and of takes that this device
 * still has to send. `payoffIds`: of the measure that is in force, since others cannot be compared with it.
 */
export function readingsOf(
  home: readonly Reading[],
  { practiceId, payoffIds }: Measured,
  pending: readonly PendingWrite[],
): Readings {
  const unsent = unsentOf(pending, practiceId);
  const known = new Set(home.map(({ id }) => id));
  const made = comparableTakes(unsent, payoffIds).filter(({ id }) => !known.has(id));
  const standing = [...home, ...made].filter(({ id }) => !unsent.retracted.has(id));
  const readings = new Map<string, number[]>();
  for (const { sessionId, value } of standing)
    readings.set(sessionId, [...(readings.get(sessionId) ?? []), value]);
  return readings;
}
