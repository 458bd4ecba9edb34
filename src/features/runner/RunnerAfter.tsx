import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { endedWords, hasTimeRun, RateEnd, RateStart, useEndOfTime } from './RunnerRate.tsx';
import { elapsedOf, isRunning } from './running-session.ts';
import { takeValue } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** For hands that are busy until the time is up: the clock runs down alone, and then the count is typed. */
export function RunnerAfter(props: InputProps) {
  return hasTimeRun(props.session) ? <TimeAlone {...props} /> : <RateStart {...props} />;
}

function TimeAlone({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { current } = session;
  const runs = isRunning(session);
  /** A moment has no rate, whatever was counted in it. */
  const isRate = (milliseconds: number) => takeValue(payoff, current, milliseconds / 1000).kind === 'value';
  const isTooShort = !runs && !isRate(current.elapsedMilliseconds);
  const end = () => {
    const elapsed = Math.min(takeMilliseconds, elapsedOf(current, performance.now()));
    act.change({ elapsedMilliseconds: elapsed, runningSince: null, typed: isRate(elapsed) ? '' : null });
  };
  const count = () => act.change({ typed: '' });
  useEndOfTime(runs, takeMilliseconds - elapsedOf(current, performance.now()), end);
  useRunnerKeys((key) => {
    if (key === 'Enter' && !isTooShort) (runs ? end : count)();
    else if (key === 's') act.log(null);
    else if (!runs && !isTooShort && /^\d$/.test(key)) act.change({ typed: key });
    else return false;
    return true;
  });
  return (
    <>
      <RunnerClock take={current} size="figure" outOfMilliseconds={takeMilliseconds} />
      <RunnerRod take={current} fullMilliseconds={takeMilliseconds} />
      <RunnerAsk>
        {runs
          ? 'When the time is up, type how many there were.'
          : `${endedWords(current.elapsedMilliseconds, takeMilliseconds)}.${isTooShort ? ' Too short for a rate.' : ''}`}
      </RunnerAsk>
      <div className={styles.row}>
        <RateEnd runs={runs} words={isTooShort ? null : 'Type the count'} end={end} goOn={count} />
      </div>
      <RunnerChoices act={act}>
        <Button kind="text" onClick={act.clear}>
          Start over
        </Button>
      </RunnerChoices>
    </>
  );
}
