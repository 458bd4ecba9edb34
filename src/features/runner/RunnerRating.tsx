import { joinClasses } from '../../ui/join-classes.ts';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerTakeTime } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { useRunnerKeys } from './use-runner-keys.ts';

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** Ten has no key of its own; this one is shown on it. */
export const TEN_KEY = 'x';

/** 0 to 10 by the learner's own anchors: one tap ends the take. */
export function RunnerRating({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { anchors } = payoff;
  useRunnerKeys((key) => {
    const value = key.toLowerCase() === TEN_KEY ? 10 : /^\d$/.test(key) ? Number(key) : null;
    if (value === null && key !== 's') return false;
    act.log(value);
    return true;
  });
  return (
    <>
      <RunnerTakeTime session={session} takeMilliseconds={takeMilliseconds} />
      <RunnerAsk>How was it? One tap ends the take.</RunnerAsk>
      <div className={styles.keys}>
        {SCORES.map((score) => (
          <button
            key={score}
            type="button"
            className={styles.key}
            aria-label={`Log ${score} out of 10`}
            data-key={score === 10 ? TEN_KEY : undefined}
            aria-keyshortcuts={score === 10 ? TEN_KEY : String(score)}
            onClick={() => act.log(score)}
          >
            {score}
          </button>
        ))}
        <button
          type="button"
          className={joinClasses(styles.key, styles.skip)}
          aria-label="skip, and log without a score"
          aria-keyshortcuts="s"
          onClick={() => act.log(null)}
        >
          skip
        </button>
      </div>
      {anchors !== null && (
        <div className={styles.scale}>
          <span>
            <span className={styles['scale-end']}>0 </span>
            {anchors.at0}
          </span>
          <span>
            <span className={styles['scale-end']}>10 </span>
            {anchors.at10}
          </span>
        </div>
      )}
    </>
  );
}
