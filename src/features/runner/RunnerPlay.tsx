import { useEffect } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerClock } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { useRunnerKeys } from './use-runner-keys.ts';

/** Practice for its own sake: done is all that there is to say of a take. */
export function RunnerPlay({ session, act }: Pick<InputProps, 'session' | 'act'>) {
  const { runningSince, elapsedMilliseconds } = session.current;
  const isFresh = runningSince === null && elapsedMilliseconds === 0;
  useEffect(() => {
    // A clock that was there to measure waited for a tap; here it only tells the time.
    if (isFresh) act.start();
  }, [isFresh, act]);
  const done = () => act.log(null);
  useRunnerKeys((key) => {
    if (key !== 'Enter' && key !== ' ' && key !== 's') return false;
    done();
    return true;
  });
  return (
    <>
      <RunnerClock take={session.current} size="figure" />
      <RunnerAsk>
        Backwards, left-handed, worst on purpose. Nothing is scored, and nothing goes lower.
      </RunnerAsk>
      <div className={styles.row}>
        <Button kind="hot" size="big" className={styles.press} aria-keyshortcuts="Enter" onClick={done}>
          Done
        </Button>
      </div>
    </>
  );
}
