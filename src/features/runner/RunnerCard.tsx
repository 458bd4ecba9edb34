import { useState } from 'react';
import { EntryTrick } from '../../ui/micromastery/EntryTrick.tsx';
import { wholeSentence } from '../../ui/micromastery/first-sentence.ts';
import { useTrickHeldBack } from '../../ui/micromastery/use-trick-held-back.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import type { PracticePage } from '../practice/contract.ts';
import styles from './Runner.module.css';
import type { RunningSession } from './running-session.ts';
import { useWide } from './use-wide.ts';

/** What a card has room for; a longer sentence is opened, not cut. */
const GLANCE_LETTERS = 160;

type RunnerCardProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  /** The clock stands still while the learner reads. */
  readonly onReading: (isReading: boolean) => void;
};

/** What lies beside the work: the way in, one tap away; in the two-minute version, what to do with the two minutes. */
export function RunnerCard({ page, session, onReading }: RunnerCardProps) {
  const { repeat } = page.micromastery;
  if (!session.isFloor) return <WayIn page={page} session={session} onReading={onReading} />;
  return (
    <div className={styles.card}>
      <p className={styles.caption}>Two minutes, and it counts</p>
      <p className={styles.floor}>{repeat?.floor ?? 'One take, however small.'}</p>
    </div>
  );
}

function WayIn({ page, session, onReading }: RunnerCardProps) {
  const { entryTrick: trick, id } = page.micromastery;
  const [isOpen, setOpen] = useState(false);
  const isWide = useWide();
  const hasTried = page.card.attempts > 0 || session.takes.length > 0;
  const isHeldBack = useTrickHeldBack({ micromasteryId: id, trick, hasTried });
  if (trick === null) return null;
  const full = <EntryTrick micromasteryId={id} trick={trick} hasTried={hasTried} />;
  const glance = isHeldBack ? 'Try it once first, if you like.' : wholeSentence(trick.text, GLANCE_LETTERS);
  const toggle = (willBeOpen: boolean) => {
    setOpen(willBeOpen);
    if (!isWide) onReading(willBeOpen);
  };
  return (
    <div className={styles.card}>
      <div className={styles.words}>
        <p className={styles.caption}>The way in</p>
        {isOpen && isWide ? (
          <div className={styles.full}>{full}</div>
        ) : (
          glance !== null && <p className={styles.glance}>{glance}</p>
        )}
      </div>
      <Button className={styles.read} aria-expanded={isOpen} onClick={() => toggle(!isOpen)}>
        {isOpen && isWide ? 'Fold it up' : 'Read it'}
      </Button>
      {!isWide && (
        <Dialog isOpen={isOpen} onClose={() => toggle(false)} title="The way in">
          {full}
          {trick.limit !== null && !isHeldBack && (
            <p className={`small muted ${styles.limit}`}>{trick.limit}</p>
          )}
        </Dialog>
      )}
    </div>
  );
}
