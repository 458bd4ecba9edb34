import { countsTogether, isSameWork, WHOLE, type WorkOf, workOfSessions } from '../../engine/session/work.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { AttemptHistory, PracticePicture } from '../../features/practice/picture-contract.ts';
import type { PendingWrite } from './pending-write.ts';
import { comparableIds, comparableTakes, type Unsent, type UnsentTake, unsentOf } from './unsent-takes.ts';

/** `isBehind`: the device has kept it, and its history knows of takes made or taken back since. */
export type KeptPicture = PracticePicture & { readonly isBehind?: boolean };

type Fact = AttemptHistory['attempts'][number];
type Numbered = { readonly id: string; readonly number: number };

/**
 * The takes of whole runs with what home was sent since it said so. `payoffs`: of the practice, newest first; `hasTrick`:
 * whether it has a way in. Laid over twice, it is the same.
 */
export function overlayHistory(
  history: AttemptHistory,
  { payoffs, hasTrick }: { readonly payoffs: readonly Payoff[]; readonly hasTrick: boolean },
  sent: readonly PendingWrite[],
): AttemptHistory {
  const unsent = unsentOf(sent, history.practiceId);
  const scored = comparableTakes(unsent, comparableIds(payoffs));
  const facts = scored.map((take) => factOfTake(take, hasTrick));
  return withoutRetracted(withMade(history, unsent, facts), unsent.retracted);
}

/** Its number comes with its place among the others. */
function factOfTake({ isTrickRead, conditions = [], ...take }: UnsentTake, hasTrick: boolean): Fact {
  const isRead = hasTrick && isTrickRead !== undefined ? { isTrickRead } : {};
  return { ...take, conditions: [...conditions], number: 0, ...isRead };
}

function withMade(
  history: AttemptHistory,
  { attempts: taken, sessions }: Unsent,
  facts: readonly Fact[],
): AttemptHistory {
  const { attempts, others = [], standing = 0, alsoCounting = { total: 0, attempts: [] } } = history;
  const apart = withSessions(history.apart ?? [], sessions);
  const workOf = workOfSessions(apart);
  const known = new Set([...attempts, ...others].map(({ id }) => id));
  const added = taken
    .filter(({ id }) => !known.has(id))
    .map(({ id }, index): Numbered => ({ id, number: standing + index + 1 }));
  const numbered = added.flatMap((one): Fact[] => {
    const fact = facts.find(({ id }) => id === one.id);
    return fact === undefined ? [] : [{ ...fact, ...one }];
  });
  const drawn = numbered.filter((fact) => isSameWork(workOf(fact.sessionId), WHOLE));
  const drawnIds = new Set(drawn.map(({ id }) => id));
  const counting = numbered.filter(
    ({ id, sessionId }) => !drawnIds.has(id) && countsTogether(workOf(sessionId).work, 'whole'),
  );
  return {
    ...history,
    attempts: [...attempts, ...drawn],
    others: [...others, ...added.filter(({ id }) => !drawnIds.has(id))],
    total: history.total + drawn.length,
    standing: standing + added.length,
    alsoCounting: {
      total: alsoCounting.total + counting.length,
      attempts: [...alsoCounting.attempts, ...counting],
    },
    apart,
  };
}

type Apart = NonNullable<AttemptHistory['apart']>;

/** Only those that were no whole run are told apart. */
function withSessions(apart: Apart, sessions: Unsent['sessions']): Apart {
  const known = new Set(apart.map(({ sessionId }) => sessionId));
  const isNew = (one: WorkOf & { readonly sessionId: string }) =>
    !isSameWork(one, WHOLE) && !known.has(one.sessionId);
  return [...apart, ...sessions.filter(isNew)];
}

function withoutRetracted(history: AttemptHistory, retracted: ReadonlySet<string>): AttemptHistory {
  const { others = [], standing = 0, alsoCounting = { total: 0, attempts: [] } } = history;
  const listed = [...history.attempts, ...others];
  const gone = listed.flatMap(({ id, number }) => (retracted.has(id) ? [number] : []));
  const standingOf = <One extends Numbered>(takes: readonly One[]): One[] =>
    takes
      .filter(({ id }) => !retracted.has(id))
      .map((one) => ({ ...one, number: one.number - gone.filter((number) => number < one.number).length }));
  const attempts = standingOf(history.attempts);
  const counting = standingOf(alsoCounting.attempts);
  return {
    ...history,
    attempts,
    others: standingOf(others),
    total: history.total - (history.attempts.length - attempts.length),
    standing: standing - gone.length,
    alsoCounting: {
      total: alsoCounting.total - (alsoCounting.attempts.length - counting.length),
      attempts: counting,
    },
  };
}
