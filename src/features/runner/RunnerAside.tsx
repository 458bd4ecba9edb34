import type { Payoff, PracticePage } from '../practice/contract.ts';
import { RunnerPart } from './RunnerPart.tsx';
import { RunnerTwist } from './RunnerTwist.tsx';
import type { RunningSession } from './running-session.ts';
import type { RunnerActions } from './use-runner.ts';

type RunnerAsideProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly payoff: Payoff;
  readonly act: RunnerActions;
};

/** What lies beside this work instead of the way in: a twist, or what the part is. */
export function RunnerAside({ page, session, payoff, act }: RunnerAsideProps) {
  return session.twist == null ? (
    <RunnerPart page={page} session={session} payoff={payoff} act={act} />
  ) : (
    <RunnerTwist page={page} twist={session.twist} act={act} />
  );
}
