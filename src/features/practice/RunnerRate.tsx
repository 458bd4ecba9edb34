import { useEffect } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import { TapToAdd } from './RunnerCounter.tsx';
import styles from './RunnerInput.module.css';
import type { InputProps } from './RunnerInput.tsx';
import { useRunnerKeys } from './use-runner-keys.ts';
import { elapsedOf, isRunning } from './use-running-session.ts';
import { logWords, takeValue } from './use-take-value.ts';

/** So many in a set time: the clock runs down, taps count, and the value is per minute. */
export function RunnerRate({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { current } = session;
  const runs = isRunning(session);
  const isOver = !runs && current.elapsedMilliseconds > 0;
  const add = (count: number) => act.change({ hits: Math.max(0, current.hits + count) });
  const end = () => {
    const elapsed = Math.min(takeMilliseconds, elapsedOf(current, performance.now()));
    act.change({ elapsedMilliseconds: elapsed, runningSince: null });
  };
  useEndOfTime(runs, takeMilliseconds - elapsedOf(current, performance.now()), end);
  const value = takeValue(payoff, current, current.elapsedMilliseconds / 1000);
  const log = () => value.kind === 'value' && act.log(value.value);
  const press = isOver ? log : runs ? () => add(1) : act.start;
  useRunnerKeys((key) => {
    if (key === ' ') press();
    else if (key === '-') add(-1);
    else if (key === 'Enter' && (runs || isOver)) (runs ? end : log)();
    else if (key === 's') act.log(null);
    else if (isOver && /^\d$/.test(key)) act.change({ typed: key });
    else return false;
    return true;
  });

  if (!runs && !isOver) {
    return (
      <>
        <RunnerClock take={current} size="figure" outOfMilliseconds={takeMilliseconds} />
        <RunnerRod take={current} fullMilliseconds={takeMilliseconds} />
        <div className={styles.row}>
          <Button
            kind="hot"
            size="big"
            className={styles.press}
            aria-keyshortcuts="Space"
            onClick={act.start}
          >
            Start
          </Button>
        </div>
        <RunnerChoices act={act} />
      </>
    );
  }
  return (
    <>
      <TapToAdd count={current.hits} unit={payoff.unit} onAdd={() => add(1)}>
        {isOver ? 'Time is up. Set the count right, and log it.' : 'Tap for each one'}
      </TapToAdd>
      {runs && (
        <p className={styles.under}>
          <RunnerClock take={current} size="small" outOfMilliseconds={takeMilliseconds} />
        </p>
      )}
      <RunnerRod take={current} fullMilliseconds={takeMilliseconds} />
      <span className="vh" role="status">
        {isOver ? `Time is up. ${current.hits} counted.` : ''}
      </span>
      {isOver && value.kind === 'none' && <RunnerAsk>Too short for a rate.</RunnerAsk>}
      <div className={styles.row}>
        <Button size="big" aria-label="−1, take one away" onClick={() => add(-1)}>
          −1
        </Button>
        {isOver && value.kind === 'value' && (
          <Button kind="hot" size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={log}>
            {logWords(payoff, value.value)}
          </Button>
        )}
        {runs && (
          <Button size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={end}>
            End it now
          </Button>
        )}
      </div>
      <RunnerChoices act={act} {...(isOver ? { typeWhat: 'the count' } : {})}>
        <Button kind="text" onClick={act.clear}>
          Start over
        </Button>
      </RunnerChoices>
    </>
  );
}

function useEndOfTime(runs: boolean, leftMilliseconds: number, end: () => void): void {
  // Set anew with every drawing: `end` belongs to it.
  useEffect(() => {
    if (!runs) return;
    const timer = setTimeout(end, Math.max(0, leftMilliseconds));
    return () => clearTimeout(timer);
  });
}
