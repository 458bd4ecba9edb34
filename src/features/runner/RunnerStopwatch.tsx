import { lazy, Suspense } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { useSettings } from '../../ui/settings.ts';
import type { InputProps } from './input-props.ts';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { elapsedOf, isRunning } from './running-session.ts';
import { tenths } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

const RunnerGhostMark = lazy(async () => ({
  default: (await import('./RunnerGhost.tsx')).RunnerGhostMark,
}));

/** As long or as fast as it goes: the second tap ends the take with its time. */
export function RunnerStopwatch({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { plays, ghost } = useSettings();
  const isRaced = plays && ghost !== 'off';
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
      <RunnerRod take={session.current} fullMilliseconds={takeMilliseconds}>
        <Suspense fallback={null}>
          {isRaced && <RunnerGhostMark {...{ session, payoff }} fullMilliseconds={takeMilliseconds} />}
        </Suspense>
      </RunnerRod>
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
