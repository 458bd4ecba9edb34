import { useState } from 'react';
import { formatValue, unitWords } from '../../engine/measure/format-value.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { logWords } from './take-value.ts';
import { LONGEST_BOUNCE_MILLISECONDS } from './use-one-press.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** Counts by tapping anywhere in the middle; the log button ends the take with the count. */
export function RunnerCounter({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { hits } = session.current;
  const take = session.takes.length;
  const [asked, setAsked] = useState({ take: -1, at: 0 });
  const isAsked = asked.take === take && hits === 0;
  const add = (count: number) => act.change({ hits: Math.max(0, hits + count) });
  const log = () => {
    const isUntouched = hits === 0 && payoff.direction === 'down';
    // Where less is better, a count that nobody touched would be the best there is: one press more says that it is meant.
    if (isUntouched && !isAsked) setAsked({ take, at: performance.now() });
    else if (!isAsked || performance.now() - asked.at > LONGEST_BOUNCE_MILLISECONDS) act.log(hits);
  };
  const known = new Map([
    [' ', () => add(1)],
    ['-', () => add(-1)],
    ['Enter', log],
    ['s', () => act.log(null)],
  ]);
  useRunnerKeys((key) => {
    if (/^\d$/.test(key)) act.change({ typed: key });
    else known.get(key)?.();
    return /^\d$/.test(key) || known.has(key);
  });
  return (
    <>
      <TapToAdd count={hits} unit={unitWords(payoff)} onAdd={() => add(1)}>
        Tap for each one
      </TapToAdd>
      <p className={styles.under}>
        <RunnerClock
          take={session.current}
          size="small"
          outOfMilliseconds={session.isFloor ? takeMilliseconds : undefined}
        />
      </p>
      <RunnerRod take={session.current} fullMilliseconds={takeMilliseconds} />
      {isAsked && (
        <RunnerAsk>
          <span role="status">Nothing was tapped in this take. Was there really none?</span>
        </RunnerAsk>
      )}
      <div className={styles.row}>
        <Button
          size="big"
          dir="ltr"
          aria-label="−1, take one away"
          aria-keyshortcuts="-"
          onClick={() => add(-1)}
        >
          −1
        </Button>
        <Button kind="hot" size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={log}>
          {isAsked ? `None: l${logWords(payoff, hits).slice(1)}` : logWords(payoff, hits)}
        </Button>
      </div>
      <RunnerChoices act={act} typeWhat="the number" />
    </>
  );
}

type TapToAddProps = {
  readonly count: number;
  /** What is counted: "catches". */
  readonly unit: string;
  readonly onAdd: () => void;
  /** What a tap does. */
  readonly children: React.ReactNode;
};

/** A number as large as the clock, and all of it a button: it is hit without looking. */
export function TapToAdd({ count, unit, onAdd, children }: TapToAddProps) {
  return (
    <button type="button" className={styles.tap} aria-keyshortcuts="Space" onClick={onAdd}>
      <span className={styles.figure} data-long={count > 9_999 || undefined} aria-hidden="true">
        {count}
      </span>
      <span className="vh">{formatValue({ kind: 'count', unit }, count)}. </span>
      <span className={styles.hint}>{children}</span>
    </button>
  );
}
