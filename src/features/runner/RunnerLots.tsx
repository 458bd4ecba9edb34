import { useEffect } from 'react';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { withDraws } from './draw-lots.ts';
import { withAnotherTwist, withTwist } from './draw-twist.ts';
import type { RunningSession } from './running-session.ts';
import type { Lots, RunnerActions } from './use-runner.ts';
import { type TriedOut, useTriedOut } from './use-tried-out.ts';
import { useTwistDeck } from './use-twist-deck.ts';

type RunnerLotsProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly act: RunnerActions;
};

/** Draws for the takes of this sitting, as soon as it is known from what. Shows nothing itself. */
export function RunnerLots({ page, payoff, act }: RunnerLotsProps): null {
  const triedOut = useTriedOut(page, payoff);
  const deck = useTwistDeck(page);
  useEffect(() => {
    const lots: Lots = {
      // While it is not known what is tried out, what was drawn stands.
      draw: (session) =>
        withTwist(
          triedOut === null ? session : withDraws(begunAs(session, triedOut), triedOut.running),
          deck,
        ),
      another: (session) => withAnotherTwist(session, deck),
    };
    act.drawFrom(lots);
  }, [triedOut, deck, act]);
  return null;
}

/** Before anything was done or chosen, as the last experiment was ended. */
function begunAs(session: RunningSession, { adopted }: TriedOut): RunningSession {
  const isChosen = session.level !== null || session.isLevelChosen === true || session.takes.length > 0;
  return adopted === null || isChosen ? session : { ...session, level: adopted };
}
