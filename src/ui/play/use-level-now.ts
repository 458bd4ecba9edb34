import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isSameWork, WHOLE, workOfSessions } from '../../engine/session/work.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { TwistList } from '../../features/twists/contract.ts';
import { historyQuery } from '../api/queries.ts';
import { comparableIds, comparableTakes, unsentOf } from '../offline/unsent-takes.ts';
import { usePending } from '../offline/use-pending.ts';
import { type FollowedLevel, levelNow } from './follow-difficulty.ts';

type LevelNow = Pick<FollowedLevel, 'level' | 'why'>;

/** Where what follows stands, from takes at home and those of this device; null while they are not known. */
export function useLevelNow(
  practiceId: string,
  payoffs: readonly Payoff[],
  set: TwistList['difficulty'],
): LevelNow | null {
  const { data, error } = useQuery(historyQuery(practiceId));
  const pending = usePending();
  return useMemo(() => {
    const [payoff] = payoffs;
    if (set == null || payoff === undefined || (data === undefined && error === null)) return null;
    const unsent = unsentOf(pending, practiceId);
    const home = data?.attempts ?? [];
    const known = new Set(home.map(({ id }) => id));
    const workOf = workOfSessions([...(data?.apart ?? []), ...unsent.sessions]);
    const made = comparableTakes(unsent, comparableIds(payoffs)).filter(
      ({ id, sessionId }) => !known.has(id) && isSameWork(workOf(sessionId), WHOLE),
    );
    const before = [...home, ...made].filter(({ id }) => !unsent.retracted.has(id));
    return levelNow({ set, measure: payoff, before });
  }, [data, error, pending, practiceId, payoffs, set]);
}
