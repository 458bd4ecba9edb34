import { countWords } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { Payoff } from '../practice/contract.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import styles from './RunnerInput.module.css';
import { isWritten, type RunningSession, standingTakes } from './running-session.ts';
import { isTimed, type RunnerActions } from './use-runner.ts';
import { clockText } from './use-ticking.ts';

type RunnerPausedProps = {
  readonly session: RunningSession;
  readonly payoff: Payoff;
  readonly isLeft: boolean;
  readonly act: RunnerActions;
};

export function RunnerPaused({ session, payoff, isLeft, act }: RunnerPausedProps) {
  return (
    <>
      <p className={joinClasses(styles.figure, payoff.kind === 'duration' && styles.fine)}>
        {clockText(session.current.elapsedMilliseconds, { isFine: payoff.kind === 'duration' })}
      </p>
      <RunnerAsk>{isLeft ? leftWords(session, payoff) : 'Paused. The clock stands still.'}</RunnerAsk>
      <div className={styles.row}>
        <Button kind="hot" size="big" className={styles.press} aria-keyshortcuts="p" onClick={act.goOn}>
          Go on
        </Button>
      </div>
      {isLeft && session.takes.length > 0 && (
        <div className={styles.choices}>
          <Button kind="text" onClick={act.finishAsLeft}>
            Finish it as it was
          </Button>
        </div>
      )}
    </>
  );
}

/** What is safe, and what became of the take that was being made. */
function leftWords(session: RunningSession, payoff: Payoff): string {
  const count = standingTakes(session).length;
  const safe =
    count === 0
      ? ''
      : ` ${count === 1 ? 'One take is' : `${sentenceCase(countWords(count))} takes are`} safe.`;
  const { isCutOff, hits, misses } = session.current;
  if (isWritten(session.current)) return `You left in the middle.${safe} What you had written is still here.`;
  if (isCutOff && isTimed(payoff, session))
    return `You left in the middle of a take.${safe} This one begins anew.`;
  const counted = hits + misses > 0 ? ' What you had counted is still here.' : '';
  const clock = isCutOff ? ' The clock stood still since, so this take is logged without a length.' : '';
  return `You left in the middle.${safe}${counted}${clock}`;
}
