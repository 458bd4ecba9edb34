import { useMemo } from 'react';
import { useTwists } from '../../ui/api/use-twists.ts';
import type { Followed } from '../../ui/play/follow-difficulty.ts';
import { useSettings } from '../../ui/settings.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import type { RunningSession } from './running-session.ts';
import { useBefore } from './use-session-finding.ts';

type Sitting = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly session: Pick<RunningSession, 'sessionId' | 'work' | 'part'>;
};

/** The difficulty that follows how it goes; null for none, undefined while that, or what was done before, is not known. */
export function useFollowed({ page, payoff, session }: Sitting): Followed | null | undefined {
  const known = useTwists(page.card.id);
  const { plays } = useSettings();
  const { before } = useBefore({ ...session, practiceId: page.card.id }, payoff, page.payoffs);
  const listed = before?.listed;
  return useMemo(() => {
    if (!plays || session.work !== 'whole') return null;
    if (known === null) return undefined;
    const set = known.difficulty ?? null;
    if (set === null || !set.isFollowed) return null;
    return listed === undefined ? undefined : { set, measure: payoff, before: listed };
  }, [plays, session.work, known, listed, payoff]);
}
