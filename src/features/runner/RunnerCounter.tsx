import { formatValue, unitWords } from '../../engine/measure/format-value.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { logWords } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** Counts by tapping anywhere in the middle; the log button ends the take with the count. */
export function RunnerCounter({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { hits } = session.current;
  const add = (count: number) => act.change({ hits: Math.max(0, hits + count) });
  const known = new Map([
    [' ', () => add(1)],
    ['-', () => add(-1)],
    ['Enter', () => act.log(hits)],
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
        <Button
          kind="hot"
          size="big"
          className={styles.wide}
          aria-keyshortcuts="Enter"
          onClick={() => act.log(hits)}
        >
          {logWords(payoff, hits)}
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
