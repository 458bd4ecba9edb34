import type { AttemptFact } from '../../engine/picture/picture.ts';
import { WHOLE, type WorkOf } from '../../engine/session/work.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import { type Fact, factOf } from './fact.ts';
import type { PendingWrite } from './pending-write.ts';

/** What this device has of a practice and home has not confirmed, as far as takes are concerned. */
export type Unsent = {
  /** Every take, in order, scored or not, in whatever measure; also one that is taken back. */
  readonly attempts: readonly Extract<Fact, { kind: 'attempt' }>[];
  readonly retracted: ReadonlySet<string>;
  /** What its sessions were: of those that home may not have heard of. */
  readonly sessions: readonly (WorkOf & { readonly sessionId: string })[];
  /** Home has not heard of the practice yet, so there are no takes but these. */
  readonly isOnlyHere: boolean;
};

export function unsentOf(pending: readonly PendingWrite[], practiceId: string): Unsent {
  const attempts: Unsent['attempts'][number][] = [];
  const retracted = new Set<string>();
  const sessions: Unsent['sessions'][number][] = [];
  let isOnlyHere = false;
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'attempt' && fact.body.practiceId === practiceId) attempts.push(fact);
    if (fact?.kind === 'retraction') retracted.add(fact.body.attemptId);
    if (fact?.kind === 'session') sessions.push({ sessionId: fact.id, ...kindOfSession(fact.body) });
    if (fact?.kind === 'practice' && fact.id === practiceId) isOnlyHere = true;
  }
  return { attempts, retracted, sessions, isOnlyHere };
}

/** Kept by an app of before, a session has no kind: then it was a run of the whole. */
export function kindOfSession({ work, part }: Partial<WorkOf>): WorkOf {
  return work === undefined ? WHOLE : { work, part: part ?? null };
}

/** Of the measure that `inForce` has: a target that was raised leaves the measure as it was. */
export function comparableIds(
  payoffs: readonly Pick<Payoff, 'id' | 'kind' | 'unit' | 'part'>[],
  inForce: Pick<Payoff, 'kind' | 'unit' | 'part'> | undefined = payoffs[0],
): ReadonlySet<string> {
  const comparable = payoffs.filter(
    ({ kind, unit, part }) =>
      kind === inForce?.kind && unit === inForce.unit && (part ?? null) === (inForce.part ?? null),
  );
  return new Set(comparable.map(({ id }) => id));
}

export type UnsentTake = AttemptFact & { readonly id: string };

/** Scored takes in one measure, as the engine reads them; of every kind of work. */
export function comparableTakes(
  { attempts }: Pick<Unsent, 'attempts'>,
  payoffIds: ReadonlySet<string>,
): readonly UnsentTake[] {
  return attempts.flatMap(({ id, body }) => {
    const { value, startedAt, sessionId, localDay, conditions, isTrickRead, payoffId } = body;
    if (value === null || !payoffIds.has(payoffId)) return [];
    const at = Date.parse(startedAt);
    return [
      { id, value, at, sessionId, dayKey: localDay, conditions: conditionWords(conditions), isTrickRead },
    ];
  });
}

export function conditionWords(conditions: Readonly<Record<string, string>>): string[] {
  return Object.entries(conditions).map(([variable, level]) => `${variable}: ${level}`);
}
