import { Button } from '../../ui/parts/Button.tsx';
import type { InputProps } from './input-props.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerTakeTime } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import { useRunnerKeys } from './use-runner-keys.ts';

/** It held, or not yet: either ends the take. */
export function RunnerPass({ session, takeMilliseconds, act }: InputProps) {
  useRunnerKeys((key) => {
    if (key !== '1' && key !== '0' && key !== 's') return false;
    act.log(key === 's' ? null : Number(key));
    return true;
  });
  return (
    <>
      <RunnerTakeTime session={session} takeMilliseconds={takeMilliseconds} />
      <RunnerAsk>Did it hold? One tap ends the take.</RunnerAsk>
      <div className={styles.pair}>
        <Button size="big" className={styles.press} aria-keyshortcuts="0" onClick={() => act.log(0)}>
          Not yet
        </Button>
        <Button size="big" className={styles.press} aria-keyshortcuts="1" onClick={() => act.log(1)}>
          Held
        </Button>
      </div>
      <RunnerChoices act={act} />
    </>
  );
}
