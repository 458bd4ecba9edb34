import { useEffect } from 'react';
import { type Followed, withDifficulty } from '../../ui/play/follow-difficulty.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { withDraws } from './draw-lots.ts';
import { withAnotherTwist, withTwist } from './draw-twist.ts';
import { RunnerPair } from './RunnerPair.tsx';
import type { RunningSession } from './running-session.ts';
import { useFollowed } from './use-followed.ts';
import type { Lots, RunnerActions } from './use-runner.ts';
import { factsOfToday } from './use-session-finding.ts';
import { type TriedOut, useTriedOut } from './use-tried-out.ts';
import { useTwistDeck } from './use-twist-deck.ts';

type RunnerLotsProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly session: RunningSession;
  readonly act: RunnerActions;
};

/** Draws for the takes of this sitting, as soon as it is known from what. Shows nothing itself. */
export function RunnerLots({ page, payoff, session, act }: RunnerLotsProps) {
  const { sessionId, work, part } = session;
  const triedOut = useTriedOut(page, payoff);
  const deck = useTwistDeck(page);
  const followed = useFollowed({ page, payoff, session: { sessionId, work, part } });
  useEffect(() => {
    const lots: Lots = {
      // While it is not known what is tried out, what was drawn stands.
      draw: (session) => {
        const drawn = triedOut === null ? session : withDraws(begunAs(session, triedOut), triedOut.running);
        return withTwist(followed === undefined ? drawn : followedIn(drawn, followed), deck);
      },
      another: (session) => withAnotherTwist(session, deck),
    };
    act.drawFrom(lots);
  }, [triedOut, deck, followed, act]);
  return page.micromastery.rubPat === null ? null : <RunnerPair page={page} session={session} act={act} />;
}

/** Before anything was done or chosen, as the last experiment was ended. */
function begunAs(session: RunningSession, { adopted }: TriedOut): RunningSession {
  const isChosen = session.level !== null || session.isLevelChosen === true || session.takes.length > 0;
  return adopted === null || isChosen ? session : { ...session, level: adopted };
}

function followedIn(session: RunningSession, followed: Followed | null): RunningSession {
  return withDifficulty(session, followed, followed === null ? [] : factsOfToday(session));
}
