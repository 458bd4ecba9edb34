import { sentenceCase } from '../../engine/sentence-case.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { PracticePage } from '../practice/contract.ts';
import styles from './Runner.module.css';
import type { SessionTwist } from './session-twist.ts';
import type { RunnerActions } from './use-runner.ts';

type RunnerTwistProps = {
  readonly page: PracticePage;
  readonly twist: SessionTwist;
  readonly act: RunnerActions;
};

/** The top of a small deck: a challenge for this take. Drawing again costs nothing. */
export function RunnerTwist({ page, twist, act }: RunnerTwistProps) {
  const { card } = twist.card;
  const instruction = page.micromastery.twists.find(({ name }) => name === card)?.instruction;
  return (
    <section className={styles.card} aria-label="Twist">
      <div className={styles.words} aria-live="polite">
        <p className={styles.caption}>Twist, drawn for this take</p>
        <p className={styles.twist}>{sentenceCase(card)}</p>
        {instruction !== undefined && <p className={styles.glance}>{instruction}</p>}
      </div>
      <Button className={styles.read} onClick={act.drawAnother}>
        Draw another
      </Button>
    </section>
  );
}
