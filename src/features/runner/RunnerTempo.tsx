import { formatValue } from '../../engine/measure/format-value.ts';
import { tempoOf } from '../../engine/measure/tempo.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerChoices } from './RunnerChoices.tsx';
import styles from './RunnerInput.module.css';
import { logWords } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** The rate rests on the latest eight intervals; what lies further back is not kept. */
const MOST_TAPS = 64;

/** Tapped along with what is played: the value is the rate of the taps. */
export function RunnerTempo({ session, payoff, act }: InputProps) {
  const taps = session.current.marks ?? [];
  const tempo = tempoOf(taps);
  const rate = tempo.kind === 'tempo' ? tempo.perMinute : null;
  const tap = (at: number) => act.change({ marks: [...taps, at].slice(-MOST_TAPS) });
  const log = () => rate !== null && act.log(rate);
  useRunnerKeys((key) => {
    if (key === ' ') tap(performance.now());
    else if (key === 'Enter') log();
    else if (key === 's') act.log(null);
    else return false;
    return true;
  });
  return (
    <>
      <button
        type="button"
        className={styles.tap}
        aria-keyshortcuts="Space"
        onClick={({ timeStamp }) => tap(timeStamp)}
      >
        <span className={styles.figure} data-long={(rate ?? 0) > 99.9 || undefined} aria-hidden="true">
          {rate === null ? taps.length : Math.round(rate)}
        </span>
        <span className={styles.hint}>{hintOf(tempo)}</span>
      </button>
      <span className="vh" role="status">
        {rate === null ? '' : formatValue(payoff, rate)}
      </span>
      {rate !== null && (
        <div className={styles.row}>
          <Button kind="hot" size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={log}>
            {logWords(payoff, rate)}
          </Button>
        </div>
      )}
      <RunnerChoices act={act} typeWhat="the number">
        {taps.length > 0 && (
          <Button kind="text" onClick={() => act.change({ marks: [] })}>
            Start over
          </Button>
        )}
      </RunnerChoices>
    </>
  );
}

function hintOf(tempo: ReturnType<typeof tempoOf>): string {
  if (tempo.kind === 'tempo') return `Tap along. The middle of the last ${tempo.intervals} beats.`;
  return tempo.have === 0 ? 'Tap along with the beat' : `Tap on: ${tempo.need - tempo.have} more`;
}
