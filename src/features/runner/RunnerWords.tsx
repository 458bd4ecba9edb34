import { countWordsOf } from '../../engine/measure/count-words-of.ts';
import { netRate } from '../../engine/measure/net-rate.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerClock, RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import ways from './RunnerWays.module.css';
import { elapsedOf, isRunning } from './running-session.ts';
import { logWords } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** As long as a text is that somebody writes in one take. */
const MOST_LETTERS = 20_000;

/** Written here, or pasted: the value is its words, or words a minute of writing where that is the measure. */
export function RunnerWords({ session, payoff, takeMilliseconds, act }: InputProps) {
  const { current } = session;
  const written = current.written ?? '';
  const words = countWordsOf(written);
  const isRate = payoff.kind === 'rate';
  const runs = isRate && isRunning(session);
  const value = isRate ? netRate(words, 0, current.elapsedMilliseconds / 1000) : words;
  const write = (text: string) => {
    // The first letter starts the time, and one after the end goes on with it.
    if (isRate && !runs) act.start();
    act.change({ written: text, ...(isRate ? {} : { hits: countWordsOf(text) }) });
  };
  const end = () =>
    act.change({ elapsedMilliseconds: elapsedOf(current, performance.now()), runningSince: null });
  const log = () => value !== null && act.log(value);
  useRunnerKeys((key) => {
    if (key === 'Enter') (runs ? end : log)();
    else if (key === 's') act.log(null);
    else return false;
    return true;
  });
  return (
    <>
      <p className={styles.figure} aria-hidden="true" data-long={words > 999 || undefined}>
        {words}
      </p>
      <p className={styles.under}>
        <RunnerClock take={current} size="small" />
      </p>
      <RunnerRod take={current} fullMilliseconds={takeMilliseconds} />
      {isRate && <RunnerAsk>{runs ? 'The time runs.' : 'The first letter starts the time.'}</RunnerAsk>}
      <div className={ways.writing}>
        <TextArea
          label="Write or paste it here"
          text={written}
          maxLength={MOST_LETTERS}
          rows={4}
          onText={write}
        />
      </div>
      <div className={styles.row}>
        {runs ? (
          <Button size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={end}>
            I am done
          </Button>
        ) : (
          value !== null && (
            <Button kind="hot" size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={log}>
              {logWords(payoff, value)}
            </Button>
          )
        )}
      </div>
      <RunnerChoices act={act} {...(runs ? {} : { typeWhat: 'the number' })}>
        {(written !== '' || runs) && (
          <Button kind="text" onClick={act.clear}>
            Start over
          </Button>
        )}
      </RunnerChoices>
    </>
  );
}
