import { lazy, Suspense, useState } from 'react';
import { joinClasses } from '../../ui/join-classes.ts';
import { UndoBar } from '../../ui/parts/UndoBar.tsx';
import type { PracticePage } from './contract.ts';
import { PayoffBlock } from './PayoffBlock.tsx';
import { PictureBlock } from './PictureBlock.tsx';
import { PracticeElements } from './PracticeElements.tsx';
import { PracticeHead } from './PracticeHead.tsx';
import styles from './PracticeHome.module.css';
import { PracticeSections } from './PracticeSections.tsx';
import { usePicture } from './use-picture.ts';
import { useTakeBack } from './use-take-back.ts';

/** Only where there is a newer one. */
const VersionNote = lazy(async () => ({ default: (await import('./VersionNote.tsx')).VersionNote }));
/** Only once it has held. */
const PayoffHeld = lazy(async () => ({ default: (await import('./PayoffHeld.tsx')).PayoffHeld }));
/** Only where one may be a slip. */
const UnlikelyTakes = lazy(async () => ({ default: (await import('./UnlikelyTakes.tsx')).UnlikelyTakes }));

export function PracticeHome({ page }: { readonly page: PracticePage }) {
  const { card, micromastery, payoffs } = page;
  const [isEditing, setEditing] = useState(false);
  const known = usePicture(card.id, payoffs);
  // One, wherever it is pressed: the next one carries out the one before.
  const taking = useTakeBack(card.id);
  /** Null until what is around it was opened: then the page itself says it. */
  const [supportShare, setSupportShare] = useState<number | null>(null);
  const payoff = payoffs[0] ?? null;
  const { picture } = known;
  const unlikely = picture?.unlikely ?? [];
  const metAt = picture?.met.metAt ?? null;
  return (
    <div className={styles.page}>
      <PracticeHead card={card} onEdit={() => setEditing(true)} />
      {/* Kept by an app of before, a card does not say it. */}
      {card.newestVersion > card.micromasteryVersion && (
        <Suspense fallback={null}>
          <VersionNote card={card} />
        </Suspense>
      )}
      <div className={`grid ${styles.top}`}>
        <PracticeElements
          page={page}
          picture={picture}
          supportShare={supportShare ?? page.supportShare ?? 0}
          className={joinClasses(styles.stage, isEditing && styles['while-editing'])}
        />
        <div className={styles.side}>
          <PayoffBlock
            practiceId={card.id}
            payoffs={payoffs}
            picture={picture}
            isEditing={isEditing}
            onEditing={setEditing}
            design={micromastery}
          />
          <PictureBlock card={card} payoff={payoff} known={known} />
        </div>
        <div className={styles.asked}>
          {unlikely.length > 0 && payoff !== null && (
            <Suspense fallback={null}>
              <UnlikelyTakes payoff={payoff} unlikely={unlikely} taking={taking} />
            </Suspense>
          )}
          {payoff !== null && metAt !== null && !isEditing && (
            <Suspense fallback={null}>
              <PayoffHeld
                payoff={payoff}
                design={micromastery}
                metAt={metAt}
                chosen={page.payoffChoice ?? null}
                onRaise={() => setEditing(true)}
              />
            </Suspense>
          )}
        </div>
      </div>
      <PracticeSections page={page} known={known} taking={taking} onSupport={setSupportShare} />
      {taking.fault !== null && <p role="alert">{taking.fault}</p>}
      <UndoBar notice={taking.notice} onUndo={taking.undo} onDone={taking.carryOut} />
    </div>
  );
}
