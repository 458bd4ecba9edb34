import { useMemo } from 'react';
import type { Ghost } from '../../engine/challenge/ghost.ts';
import { usePracticePage } from '../../ui/api/use-kept.ts';
import { conditionWords } from '../../ui/offline/unsent-takes.ts';
import { useSettings } from '../../ui/settings.ts';
import type { Payoff } from '../practice/contract.ts';
import { ghostOfTakes } from './ghost-words.ts';
import type { RunningSession } from './running-session.ts';
import { conditionsOf } from './session-draws.ts';
import { twistCondition } from './session-twist.ts';
import { factsOfToday, useBefore } from './use-session-finding.ts';

type Raced = {
  readonly ghost: Ghost;
  /** Of the take at hand: only takes under the same are raced. */
  readonly levels: readonly string[];
};

/** What of one's own past the take at hand is shown beside. Null where none is, or while the past is not known. */
export function useGhost(session: RunningSession, payoff: Payoff): Raced | null {
  const { plays, ghost: of } = useSettings();
  const payoffs = usePracticePage(session.practiceId).value?.payoffs ?? NO_PAYOFFS;
  const { before } = useBefore(session, payoff, payoffs);
  return useMemo(() => {
    // The middle of passes is a pass or none: no past to race.
    if (!plays || of === 'off' || before === null || payoff.kind === 'pass') return null;
    const conditions = { ...conditionsOf(session), ...twistCondition(session) };
    const past = [...before.listed, ...factsOfToday(session)];
    return {
      ghost: ghostOfTakes(payoff, past, conditionWords(conditions), of),
      levels: Object.values(conditions),
    };
  }, [plays, of, before, session, payoff]);
}

const NO_PAYOFFS: readonly Payoff[] = [];
