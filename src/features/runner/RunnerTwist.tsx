import { sentenceCase } from '../../engine/sentence-case.ts';
import { useTwists } from '../../ui/api/use-twists.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { deckOf } from '../../ui/play/deck-of.ts';
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
  const cards = useTwists(page.card.id)?.cards;
  const drawn = deckOf(page.micromastery.twists, cards).find(({ name }) => name === card);
  return (
    <section className={styles.card} aria-label="Twist">
      <div className={styles.words} aria-live="polite">
        <p className={styles.caption}>
          {drawn?.isOwn === true ? 'Your own twist, drawn for this take' : 'Twist, drawn for this take'}
        </p>
        <p className={styles.twist}>{sentenceCase(card)}</p>
        {drawn !== undefined && <p className={styles.glance}>{drawn.instruction}</p>}
      </div>
      <Button className={styles.read} onClick={act.drawAnother}>
        Draw another
      </Button>
    </section>
  );
}
