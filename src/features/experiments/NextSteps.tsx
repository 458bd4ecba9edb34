import { type ReactNode, useEffect, useRef } from 'react';
import { endWords } from '../../ui/experiments/outcome-words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { buttonClasses } from '../../ui/parts/button-classes.ts';
import { Note } from '../../ui/parts/Note.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { Experiment } from './contract.ts';
import styles from './Experiment.module.css';
import { useEndExperiment } from './use-end-experiment.ts';

type NextStepsProps = {
  readonly experiment: Experiment;
  /** The level that may be kept, where one won. */
  readonly winner: string | null;
};

/** What to do now; once it has ended, which way and when. */
export function NextSteps({ experiment, winner }: NextStepsProps) {
  const { practiceId, levels, unit, result, end } = experiment;
  const { wasEndedHere, endAs } = useEndExperiment(experiment);
  const ask = (
    <PageLink href={`/practices/${practiceId}/ask`} className={buttonClasses('text', 'normal')}>
      Ask another question
    </PageLink>
  );
  if (end !== null) {
    return (
      <>
        <Ended takesFocus={wasEndedHere}>{endWords(levels, end)}</Ended>
        <div className={styles.next}>
          <ButtonLink href={`/practices/${practiceId}/run`}>Practise</ButtonLink>
          {ask}
        </div>
      </>
    );
  }
  const isBegun = result.n > 0;
  const more = unit === 'attempt' ? 'Give it more takes' : 'Give it more sessions';
  return (
    <>
      <div className={styles.next}>
        {winner !== null && (
          <Button kind="hot" onClick={() => endAs('adopted', winner)}>
            Keep {winner}
          </Button>
        )}
        <ButtonLink href={`/practices/${practiceId}/run`}>{isBegun ? more : 'Practise'}</ButtonLink>
        {isBegun && (
          <Button onClick={() => endAs('kept-both', null)}>
            {levels.length === 2 ? 'Keep both' : 'Keep them all'}
          </Button>
        )}
        {ask}
        <Button kind="text" aria-describedby="stopping" onClick={() => endAs('stopped', null)}>
          Stop it
        </Button>
      </div>
      <p id="stopping" className={`cap ${styles.stopping}`}>
        Keeping or stopping ends the draws for good; what it says stays here. To go on, ask anew.
      </p>
    </>
  );
}

type EndedProps = { readonly takesFocus: boolean; readonly children: ReactNode };

/** The buttons have gone with the end: the keyboard goes on here. */
function Ended({ takesFocus, children }: EndedProps) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) words.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <Note tone="cool" className={styles.ended}>
      <p ref={words} tabIndex={-1}>
        {children}
      </p>
    </Note>
  );
}
