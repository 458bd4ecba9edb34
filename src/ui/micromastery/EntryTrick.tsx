import type { ReactNode } from 'react';
import type { Micromastery } from '../../features/library/contract.ts';
import { Button } from '../parts/Button.tsx';
import { Paragraphs } from './Paragraphs.tsx';
import { noteTrickRead } from './trick-read.ts';
import { useReadInSight } from './use-read-in-sight.ts';
import { useTrickHeldBack } from './use-trick-held-back.ts';

type EntryTrickProps = {
  readonly micromasteryId: string;
  readonly trick: NonNullable<Micromastery['entryTrick']>;
  /** Whether the learner has made a take: from then on nothing is held back. */
  readonly hasTried: boolean;
  /** Puts the text among other forms of the same answer. */
  readonly inForms?: (text: ReactNode) => ReactNode;
  /** Shown with the trick and held back with it. */
  readonly children?: ReactNode;
};

/** The trick, readable at once; where its author says "try first", behind a button, and never locked. */
export function EntryTrick({
  micromasteryId,
  trick,
  hasTried,
  inForms = (text) => text,
  children,
}: EntryTrickProps) {
  const isHeldBack = useTrickHeldBack({ micromasteryId, trick, hasTried });
  const endRef = useReadInSight(micromasteryId);

  if (!isHeldBack) {
    return (
      <>
        {inForms(<Paragraphs text={trick.text} endRef={endRef} />)}
        {children}
      </>
    );
  }
  return (
    <div className="stack">
      <p>Its author asks for one try before the trick is read. However that goes, the take counts.</p>
      <p>
        <Button onClick={() => noteTrickRead(micromasteryId)}>Show it</Button>
      </p>
    </div>
  );
}
