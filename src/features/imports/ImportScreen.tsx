import { useState } from 'react';
import { passOn } from '../../ui/shell/navigation.ts';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord } from '../../ui/shell/use-address.ts';
import { FileChoice } from './FileChoice.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { ImportPlanForm } from './ImportPlanForm.tsx';
import styles from './ImportScreen.module.css';
import { choiceOf, type ImportChoice, type ImportState, useImport } from './use-import.ts';

/** Records of practice from elsewhere: what a file holds is seen before anything is taken. */
export default function ImportScreen() {
  const practiceId = useAddressWord('practice');
  const [choice, setChoice] = useState<ImportChoice | null>(null);
  const { state, run, startAgain } = useImport();

  function choose(file: File) {
    startAgain();
    setChoice(choiceOf(file, practiceId === null ? null : { kind: 'practice', practiceId }));
  }

  return (
    <div className={styles.import}>
      <ScreenHeading key={state.kind} title="Bring in records">
        Bring in your records
      </ScreenHeading>
      <p className={`muted ${styles.lead}`}>
        A CSV file with one take a line: when it began, and its value. Home reads it, so this needs the
        network.
      </p>
      {state.kind === 'running' || state.kind === 'done' ? (
        <ImportOutcome
          state={state}
          onAnother={() => {
            passOn();
            setChoice(null);
            startAgain();
          }}
        />
      ) : (
        <>
          <FileChoice file={choice?.file ?? null} onFile={choose} />
          {state.kind === 'failed' && <Failed {...state} />}
          {choice !== null && (
            <ImportPlanForm
              choice={choice}
              onChange={(next) => {
                startAgain();
                setChoice(next);
              }}
              onImport={run}
            />
          )}
        </>
      )}
    </div>
  );
}

function Failed({ isKnown, title, reasons }: Omit<Extract<ImportState, { kind: 'failed' }>, 'kind'>) {
  return (
    <section role="alert" className={styles.part}>
      <h2>{isKnown ? 'Nothing was taken' : 'Whether it was taken is not known here'}</h2>
      <p>{title}</p>
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
