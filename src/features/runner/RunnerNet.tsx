import { formatValue } from '../../engine/measure/format-value.ts';
import { netRate } from '../../engine/measure/net-rate.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { endedWords, hasTimeRun, RateEnd, RateStart, useEndOfTime } from './RunnerRate.tsx';
import ways from './RunnerWays.module.css';
import { elapsedOf, isRunning } from './running-session.ts';
import { logWords } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** Right and wrong ones in a set time: the value is the right ones less the wrong ones, per minute. */
export function RunnerNet(props: InputProps) {
  return hasTimeRun(props.session) ? <NetCount {...props} /> : <RateStart {...props} />;
}

function NetCount({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { current } = session;
  const { hits, misses } = current;
  const runs = isRunning(session);
  const right = () => act.change({ hits: hits + 1 });
  const wrong = () => act.change({ misses: misses + 1 });
  const end = () => {
    const elapsed = Math.min(takeMilliseconds, elapsedOf(current, performance.now()));
    act.change({ elapsedMilliseconds: elapsed, runningSince: null });
  };
  useEndOfTime(runs, takeMilliseconds - elapsedOf(current, performance.now()), end);
  const value = runs ? null : netRate(hits, misses, current.elapsedMilliseconds / 1000);
  const log = () => value !== null && act.log(value);
  const known = new Map<string, () => unknown>([
    ['1', right],
    ['0', wrong],
    ['Enter', runs ? end : log],
    ['s', () => act.log(null)],
  ]);
  useRunnerKeys((key) => {
    known.get(key)?.();
    return known.has(key);
  });
  return (
    <>
      <p className={styles.figure} aria-hidden="true" data-long={hits > 99 || undefined}>
        {hits}
        <span className={ways.minus}> − {misses}</span>
      </p>
      {runs && (
        <p className={styles.under}>
          <RunnerClock take={current} size="small" outOfMilliseconds={takeMilliseconds} />
        </p>
      )}
      <RunnerRod take={current} fullMilliseconds={takeMilliseconds} />
      <RunnerAsk>
        {runs ? (
          'One tap for each one.'
        ) : (
          <span role="status">
            {endedWords(current.elapsedMilliseconds, takeMilliseconds)}.{' '}
            {netWords(payoff, hits, misses, value)}
          </span>
        )}
      </RunnerAsk>
      <div className={styles.pair}>
        <Button size="big" className={styles.press} aria-keyshortcuts="0" onClick={wrong}>
          Wrong
        </Button>
        <Button size="big" className={styles.press} aria-keyshortcuts="1" onClick={right}>
          Right
        </Button>
      </div>
      <div className={styles.row}>
        <RateEnd runs={runs} words={value === null ? null : logWords(payoff, value)} end={end} goOn={log} />
      </div>
      <NetChoices current={current} act={act} />
    </>
  );
}

function netWords(payoff: InputProps['payoff'], right: number, wrong: number, value: number | null): string {
  if (value === null) return 'Too short for a rate.';
  const net =
    wrong > right ? 'More wrong than right, which is a rate of none.' : `${formatValue(payoff, value)}.`;
  return `${right} right, ${wrong} wrong. ${net}`;
}

type NetChoicesProps = Pick<InputProps, 'act'> & Pick<InputProps['session'], 'current'>;

function NetChoices({ current: { hits, misses }, act }: NetChoicesProps) {
  return (
    <RunnerChoices act={act}>
      {hits > 0 && (
        <Button kind="text" onClick={() => act.change({ hits: hits - 1 })}>
          One right less
        </Button>
      )}
      {misses > 0 && (
        <Button kind="text" onClick={() => act.change({ misses: misses - 1 })}>
          One wrong less
        </Button>
      )}
      <Button kind="text" onClick={act.clear}>
        Start over
      </Button>
    </RunnerChoices>
  );
}
