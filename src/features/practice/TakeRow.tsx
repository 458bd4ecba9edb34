import { lazy, Suspense, useId, useState } from 'react';
import { formatPastDay } from '../../ui/format-day.ts';
import { shownConditions } from '../../ui/play/without-play.ts';
import { useSettings } from '../../ui/settings.ts';
import type { AttemptRow, Payoff } from './contract.ts';
import styles from './TakeRow.module.css';
import { takeLabel, valueWords } from './take-words.ts';

/** Only of a row that is opened. */
const TakeDetails = lazy(async () => ({ default: (await import('./TakeDetails.tsx')).TakeDetails }));

type TakeRowProps = {
  readonly attempt: AttemptRow;
  /** Counted from the first take of the practice. */
  readonly number: number;
  /** The payoff that it was measured by. */
  readonly payoff: Payoff | undefined;
  /** The unit of the one in force stands over the list; any other is written out. */
  readonly inForce: Payoff | undefined;
  readonly onTakeBack: () => void;
};

export function TakeRow({ attempt, number, payoff, inForce, onTakeBack }: TakeRowProps) {
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  const { plays } = useSettings();
  const said = saidOf(attempt, plays);
  return (
    <li className={styles.take}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.number}>{takeLabel(number)}</span>
        <span className={styles.day}>{formatPastDay(Date.parse(attempt.startedAt), Date.now())}</span>
        {said !== '' && <span className={styles.said}>{said}</span>}
        <span className={styles.value}>{valueWords(attempt, payoff, inForce)}</span>
      </button>
      <div id={bodyId} hidden={!isOpen} className={styles.body}>
        {isOpen && (
          <Suspense fallback={null}>
            <TakeDetails attempt={attempt} onTakeBack={onTakeBack} />
          </Suspense>
        )}
      </div>
    </li>
  );
}

/** That it was a smaller one, note, tags and what was varied, in a line. */
function saidOf({ remarks, conditions, isFloor }: AttemptRow, plays: boolean): string {
  const notes = remarks.flatMap((remark) => [remark.text ?? '', ...remark.tags]);
  const varied = Object.entries(shownConditions(conditions, plays)).map(
    ([variable, level]) => `${variable}: ${level}`,
  );
  return [isFloor ? 'two minutes' : '', ...notes, ...varied].filter((part) => part !== '').join(', ');
}
