import { Button } from '../../ui/parts/Button.tsx';
import type { OtherInputProps } from './input-props.ts';
import { itemsOf } from './measure-way.ts';
import { RunnerAsk } from './RunnerAsk.tsx';
import { RunnerChoices } from './RunnerChoices.tsx';
import { RunnerRod } from './RunnerClock.tsx';
import styles from './RunnerInput.module.css';
import ways from './RunnerWays.module.css';
import { logWords } from './take-value.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** Items that are ticked off: the value is how many, or which share of all where that is the measure. */
export function RunnerChecklist({ session, payoff, takeMilliseconds, design, act }: OtherInputProps) {
  const items = itemsOf(design);
  const ticked = (session.current.marks ?? []).filter((place) => place < items.length);
  const value = payoff.kind === 'proportion' ? ticked.length / items.length : ticked.length;
  const log = () => act.log(value);
  const toggle = (place: number) => {
    const marks = ticked.includes(place) ? ticked.filter((one) => one !== place) : [...ticked, place];
    // Counted as well, so that whatever else ends the take logs the same.
    act.change({ marks, hits: marks.length, misses: items.length - marks.length });
  };
  useRunnerKeys((key) => {
    if (key === 'Enter') log();
    else if (key === 's') act.log(null);
    else return false;
    return true;
  });
  return (
    <>
      <p className={styles.figure} aria-hidden="true">
        {ticked.length}
        <span className={styles.of}> of {items.length}</span>
      </p>
      <RunnerRod take={session.current} fullMilliseconds={takeMilliseconds} />
      <RunnerAsk>Tick what was there.</RunnerAsk>
      <fieldset className={ways.items}>
        <legend className="vh">What was there</legend>
        {items.map((item, place) => (
          <label key={item} className={ways.item}>
            <input type="checkbox" checked={ticked.includes(place)} onChange={() => toggle(place)} />
            {item}
          </label>
        ))}
      </fieldset>
      <span className="vh" role="status">
        {ticked.length} of {items.length} ticked.
      </span>
      <div className={styles.row}>
        <Button kind="hot" size="big" className={styles.wide} aria-keyshortcuts="Enter" onClick={log}>
          {logWords(payoff, value)}
        </Button>
      </div>
      <RunnerChoices act={act} typeWhat="the number" />
    </>
  );
}
