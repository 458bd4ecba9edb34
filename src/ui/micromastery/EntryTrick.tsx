import { type ReactNode, useEffect, useState } from 'react';
import type { Micromastery } from '../../features/library/contract.ts';
import { Button } from '../parts/Button.tsx';
import { Paragraphs } from './Paragraphs.tsx';
import { isTrickRead, noteTrickRead } from './trick-read.ts';

type EntryTrickProps = {
  readonly micromasteryId: string;
  readonly trick: NonNullable<Micromastery['entryTrick']>;
  /** Whether the learner has made a take: from then on nothing is held back. */
  readonly hasTried: boolean;
  /** Shown with the trick and held back with it. */
  readonly children?: ReactNode;
};

/** The trick, readable at once; where its author says "try first", behind a button, and never locked. */
export function EntryTrick({ micromasteryId, trick, hasTried, children }: EntryTrickProps) {
  const [isShown, setShown] = useState(() => !trick.tryFirst || hasTried || isTrickRead(micromasteryId));
  if (hasTried && !isShown) setShown(true);
  useEffect(() => {
    if (isShown) noteTrickRead(micromasteryId);
  }, [isShown, micromasteryId]);

  if (isShown) {
    return (
      <>
        <Paragraphs text={trick.text} />
        {children}
      </>
    );
  }
  return (
    <div className="stack">
      <p>Its author asks for one try before the trick is read. However that goes, the take counts.</p>
      <p>
        <Button onClick={() => setShown(true)}>Show it</Button>
      </p>
    </div>
  );
}
