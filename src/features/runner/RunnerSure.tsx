import { countsTogether } from '../../engine/session/work.ts';
import type { Settings } from '../../platform/people/settings-contract.ts';
import { SurenessKeys } from '../../ui/self-ratings/SurenessKeys.tsx';
import { targetPhrase } from '../../ui/self-ratings/target-phrase.ts';
import type { Payoff } from '../practice/contract.ts';
import styles from './Runner.module.css';
import { type RunningSession, standingTakes } from './running-session.ts';
import type { RunnerActions } from './use-runner.ts';

type RunnerSureProps = {
  readonly payoff: Payoff;
  readonly session: RunningSession;
  readonly act: RunnerActions;
  readonly asksHowSure: Settings['asksHowSure'];
};

/** How sure the learner is that the take at hand reaches the target, said before it. Whoever does not say practises on. */
export function RunnerSure({ payoff, session, act, asksHowSure }: RunnerSureProps) {
  const takes = standingTakes(session);
  const { low, high } = payoff.target;
  const isFirst = takes.length === 0;
  // Of a part, or without a target, there is nothing that could come off.
  const isAsked = countsTogether(session.work, 'whole') && (low !== null || high !== null);
  if (!isAsked || (asksHowSure === 'first-take' && !isFirst)) return null;
  return (
    <div className={styles.sure}>
      <SurenessKeys
        question={`How sure are you that ${isFirst ? 'this take' : 'the next take'} ${targetPhrase(payoff)}?`}
        sure={session.sure?.sure ?? null}
        onSure={(sure) => {
          const afterAttemptId = takes.at(-1)?.attemptId ?? null;
          act.tell({ sure: { sure, afterAttemptId, at: Date.now() } });
        }}
      />
    </div>
  );
}
