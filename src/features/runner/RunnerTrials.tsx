import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { logWords, takeValue } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** Hits out of trials, one tap each; logging ends the take with the share. */
export function RunnerTrials({ session, payoff, takeMilliseconds, trials, act }: InputProps) {
  const { hits, misses } = session.current;
  const tried = hits + misses;
  const value = takeValue(payoff, session.current, 0);
  const log = () => value.kind === 'value' && act.log(value.value);
  const hit = (count: number) => act.change({ hits: Math.max(0, hits + count) });
  const miss = (count: number) => act.change({ misses: Math.max(0, misses + count) });
  const known: Readonly<Record<string, () => unknown>> = {
    1: () => hit(1),
    0: () => miss(1),
    Enter: log,
    s: () => act.log(null),
  };
  useRunnerKeys((key) => {
    known[key]?.();
    return known[key] !== undefined;
  });
  return (
    <>
      <p className={styles.figure} aria-hidden="true">
        {hits}
        <span className={styles.of}> of {tried}</span>
      </p>
      <RunnerRod take={session.current} fullMilliseconds={takeMilliseconds} />
      <RunnerAsk>
        <span role="status">{tried === 0 ? 'Tap once for each trial.' : `${hits} of ${tried} so far.`}</span>
        {trials !== null && trials > 1 && tried < trials && ` From ${trials} on, a share says something.`}
      </RunnerAsk>
      <div className={styles.pair}>
        <Button size="big" className={styles.press} aria-keyshortcuts="0" onClick={() => miss(1)}>
          Miss
        </Button>
        <Button size="big" className={styles.press} aria-keyshortcuts="1" onClick={() => hit(1)}>
          Hit
        </Button>
      </div>
      {value.kind === 'value' && (
        <div className={styles.row}>
          <Button kind="hot" size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={log}>
            {logWords(payoff, value.value)}
          </Button>
        </div>
      )}
      <RunnerChoices act={act} typeWhat="the share">
        {hits > 0 && (
          <Button kind="text" onClick={() => hit(-1)}>
            One hit less
          </Button>
        )}
        {misses > 0 && (
          <Button kind="text" onClick={() => miss(-1)}>
            One miss less
          </Button>
        )}
      </RunnerChoices>
    </>
  );
}
