import { useEffect, useRef } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import { TapToAdd } from './RunnerCounter.tsx';
import styles from './RunnerInput.module.css';
import { elapsedOf, isRunning } from './running-session.ts';
import { logWords, takeValue } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** A tap that was under way when the time ended belongs to no minute. */
const LATE_TAP_MILLISECONDS = 500;

/** So many in a set time: the clock runs down, taps count, and the value is per minute. */
export function RunnerRate(props: InputProps) {
  return hasTimeRun(props.session) ? <RateCount {...props} /> : <RateStart {...props} />;
}

export function hasTimeRun(session: InputProps['session']): boolean {
  return isRunning(session) || session.current.elapsedMilliseconds > 0;
}

export function RateStart({ session, takeMilliseconds, act }: InputProps) {
  useRunnerKeys((key) => {
    if (key === ' ') act.start();
    else if (/^\d$/.test(key)) act.change({ typed: key });
    else if (key === 's') act.log(null);
    else return false;
    return true;
  });
  return (
    <>
      <RunnerClock take={session.current} size="figure" outOfMilliseconds={takeMilliseconds} />
      <RunnerRod take={session.current} fullMilliseconds={takeMilliseconds} />
      <div className={styles.row}>
        <Button kind="hot" size="big" className={styles.press} aria-keyshortcuts="Space" onClick={act.start}>
          Start
        </Button>
      </div>
      <RunnerChoices act={act} typeWhat="the number" />
    </>
  );
}

function RateCount({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { current } = session;
  const runs = isRunning(session);
  const endedAt = useRef(-Infinity);
  const isTooLate = () => !runs && performance.now() - endedAt.current < LATE_TAP_MILLISECONDS;
  const add = (count: number) =>
    isTooLate() ? undefined : act.change({ hits: Math.max(0, current.hits + count) });
  const end = () => {
    endedAt.current = performance.now();
    const elapsed = Math.min(takeMilliseconds, elapsedOf(current, performance.now()));
    act.change({ elapsedMilliseconds: elapsed, runningSince: null });
  };
  useEndOfTime(runs, takeMilliseconds - elapsedOf(current, performance.now()), end);
  const value = takeValue(payoff, current, current.elapsedMilliseconds / 1000);
  const ended = endedWords(current.elapsedMilliseconds, takeMilliseconds);
  const log = () => value.kind === 'value' && act.log(value.value);
  useRunnerKeys((key) => {
    if (key === ' ') add(1);
    else if (key === 'Enter') (runs ? end : log)();
    else if (key === '-') add(-1);
    else if (key === 's') act.log(null);
    else if (!runs && /^\d$/.test(key)) act.change({ typed: key });
    else return false;
    return true;
  });
  return (
    <>
      <TapToAdd count={current.hits} unit={payoff.unit} onAdd={() => add(1)}>
        {runs ? 'Tap for each one' : `${ended}. Set the count right, and log it.`}
      </TapToAdd>
      {runs && (
        <p className={styles.under}>
          <RunnerClock take={current} size="small" outOfMilliseconds={takeMilliseconds} />
        </p>
      )}
      <RunnerRod take={current} fullMilliseconds={takeMilliseconds} />
      <span className="vh" role="status">
        {runs ? '' : `${ended}. ${current.hits} counted.`}
      </span>
      {!runs && value.kind === 'none' && <RunnerAsk>Too short for a rate.</RunnerAsk>}
      <div className={styles.row}>
        <Button size="big" aria-label="−1, take one away" aria-keyshortcuts="-" onClick={() => add(-1)}>
          −1
        </Button>
        <RateEnd
          runs={runs}
          words={value.kind === 'value' ? logWords(payoff, value.value) : null}
          end={end}
          goOn={log}
        />
      </div>
      <RunnerChoices act={act} {...(runs ? {} : { typeWhat: 'the count' })}>
        <Button kind="text" onClick={act.clear}>
          Start over
        </Button>
      </RunnerChoices>
    </>
  );
}

/** A rate of a part of the time is less sure than one of all of it, and says so. */
export function endedWords(elapsedMilliseconds: number, takeMilliseconds: number): string {
  if (elapsedMilliseconds >= takeMilliseconds) return 'Time is up';
  const seconds = (milliseconds: number) => Math.round(milliseconds / 1000);
  return `Ended after ${seconds(elapsedMilliseconds)} of ${seconds(takeMilliseconds)} seconds`;
}

type RateEndProps = {
  readonly runs: boolean;
  /** What comes once it has ended, on the button; null: nothing can. */
  readonly words: string | null;
  readonly end: () => void;
  readonly goOn: () => void;
};

/** Ends the time, and then goes on to what it was for. */
export function RateEnd({ runs, words, end, goOn }: RateEndProps) {
  if (runs) {
    return (
      <Button size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={end}>
        End it now
      </Button>
    );
  }
  if (words === null) return null;
  return (
    <Button kind="hot" size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={goOn}>
      {words}
    </Button>
  );
}

export function useEndOfTime(runs: boolean, leftMilliseconds: number, end: () => void): void {
  // Set anew with every drawing: `end` belongs to it.
  useEffect(() => {
    if (!runs) return;
    const timer = setTimeout(end, Math.max(0, leftMilliseconds));
    return () => clearTimeout(timer);
  });
}
