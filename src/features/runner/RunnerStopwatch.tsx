import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { elapsedOf, isRunning } from './running-session.ts';
import { tenths } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** As long or as fast as it goes: the second tap ends the take with its time. */
export function RunnerStopwatch({ session, takeMilliseconds, act }: InputProps) {
  const runs = isRunning(session);
  const stop = () => act.log(tenths(elapsedOf(session.current, performance.now()) / 1000));
  const press = runs ? stop : act.start;
  useRunnerKeys((key) => {
    if (key === ' ' || key === 'Enter') press();
    else if (key === 's') act.log(null);
    else return false;
    return true;
  });
  return (
    <>
      <RunnerClock take={session.current} size="figure" isFine />
      <RunnerRod take={session.current} fullMilliseconds={takeMilliseconds} />
      <div className={styles.row}>
        <Button kind="hot" size="big" className={styles.press} aria-keyshortcuts="Space" onClick={press}>
          {runs ? 'Stop and log' : 'Start'}
        </Button>
      </div>
      {runs ? (
        <div className={styles.choices}>
          <Button kind="text" onClick={act.clear}>
            Start over
          </Button>
        </div>
      ) : (
        <RunnerChoices act={act} typeWhat="the time" />
      )}
    </>
  );
}
