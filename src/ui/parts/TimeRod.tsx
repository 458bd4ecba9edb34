import { useId } from 'react';
import styles from './TimeRod.module.css';

export type RodChoice = {
  readonly minutes: number;
  /** The plan's steps, in order; together they make up the minutes. */
  readonly stepMinutes: readonly number[];
};

type TimeRodProps = {
  /** Said to those who cannot see the rods: "Minutes you have". */
  readonly legend: string;
  readonly choices: readonly RodChoice[];
  readonly minutes: number | null;
  readonly onChoose: (minutes: number) => void;
};

/** Rods drawn to length and cut into the plan's steps: the control is the plan. */
export function TimeRod({ legend, choices, minutes, onChoose }: TimeRodProps) {
  const name = useId();
  const longest = Math.max(1, ...choices.map((choice) => choice.minutes));
  return (
    <fieldset>
      <legend className="vh">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.minutes} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={choice.minutes === minutes}
            onChange={() => onChoose(choice.minutes)}
          />
          <span>
            <b className={styles.number}>{choice.minutes}</b>{' '}
            <small className={styles.word}>{choice.minutes === 1 ? 'minute' : 'minutes'}</small>
          </span>
          <span
            className={styles.rod}
            style={{ width: `${(choice.minutes / longest) * 100}%` }}
            aria-hidden="true"
          >
            {choice.stepMinutes.map((stepMinutes, step) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the plan
              <i key={step} style={{ flex: stepMinutes }} />
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
