import { useEffect } from 'react';
import { SLOTS } from '../../engine/support/slots.ts';
import type { Micromastery } from '../../features/library/contract.ts';
import { useSupport } from '../api/use-support.ts';
import { useHeldWrite } from '../offline/use-held-write.ts';
import { Fold } from '../parts/Fold.tsx';
import { Loading } from '../parts/Loading.tsx';
import { UndoBar } from '../parts/UndoBar.tsx';
import { AideList } from './AideList.tsx';
import { AtHandList } from './AtHandList.tsx';
import { PlanList } from './PlanList.tsx';
import { SlotList } from './SlotList.tsx';
import styles from './Support.module.css';
import { isAide } from './use-aides.ts';
import { WhatDiffers } from './WhatDiffers.tsx';

type SupportSectionProps = {
  readonly practiceId: string;
  readonly design: Pick<Micromastery, 'support'>;
  /** Of the six slots those in place or not needed, once it is known and whenever it changes. */
  readonly onShare: (share: number) => void;
  readonly isOpenAtFirst?: boolean | undefined;
};

/** What is around a practice: none of it has to be there, and all of it is the learner’s to say. */
export function SupportSection({ practiceId, design, onShare, isOpenAtFirst }: SupportSectionProps) {
  const held = useHeldWrite();
  const { support, isKnown } = useSupport(practiceId, held.writes);
  const inPlace = support.slots.filter(({ status }) => status !== 'missing').length;
  const share = inPlace / SLOTS.length;
  useEffect(() => {
    if (isKnown) onShare(share);
  }, [isKnown, share, onShare]);
  return (
    <Fold
      id="support"
      title="Background support"
      gist={isKnown ? `${inPlace} of ${SLOTS.length} in place` : null}
      isOpenAtFirst={isOpenAtFirst}
      beside={
        <>
          {held.fault !== null && <p role="alert">{held.fault}</p>}
          <UndoBar notice={held.notice} onUndo={held.undo} onDone={held.carryOut} />
        </>
      }
    >
      {isKnown ? (
        <div className={styles.parts}>
          <SlotList practiceId={practiceId} design={design.support} slots={support.slots} held={held} />
          <PlanList practiceId={practiceId} design={design.support} plans={support.plans} held={held} />
          <AtHandList
            practiceId={practiceId}
            things={support.atHand.filter((thing) => !isAide(thing))}
            held={held}
          />
          <AideList practiceId={practiceId} aides={support.atHand.filter(isAide)} held={held} />
          <WhatDiffers practiceId={practiceId} checks={support.checks} />
        </div>
      ) : (
        <Loading what="Fetching what is around it" lines={6} lineHeightRem={2.75} />
      )}
    </Fold>
  );
}
