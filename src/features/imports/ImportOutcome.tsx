import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import type { ImportAnswer } from './contract.ts';
import styles from './ImportOutcome.module.css';
import { type ImportState, useImportProgress } from './use-import.ts';

type ImportOutcomeProps = {
  readonly state: Extract<ImportState, { kind: 'running' | 'done' }>;
  readonly onAnother: () => void;
};

export function ImportOutcome({ state, onAnother }: ImportOutcomeProps) {
  return (
    <Stage aria-labelledby="outcome">
      {state.kind === 'running' ? (
        <Running id={state.id} />
      ) : (
        <Done answer={state.answer} onAnother={onAnother} />
      )}
    </Stage>
  );
}

function Running({ id }: { readonly id: string }) {
  const run = useImportProgress(id);
  const done = run?.rowsDone ?? 0;
  const total = run?.rowsTotal ?? 0;
  return (
    <>
      <h2 id="outcome">Taking it in</h2>
      <p className="muted" role="status">
        {total === 0
          ? 'Sending the file.'
          : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows.`}
      </p>
      <progress
        className={styles.progress}
        value={total === 0 ? undefined : done}
        max={Math.max(1, total)}
        aria-labelledby="outcome"
      />
    </>
  );
}

function Done({ answer, onAnother }: { readonly answer: ImportAnswer; readonly onAnother: () => void }) {
  const { run, badRows } = answer;
  return (
    <>
      <h2 id="outcome">{run.attemptsAdded === 0 ? 'Nothing new in it' : 'It is on your bench'}</h2>
      <p role="status">{resultWords(answer)}</p>
      <div className={`row ${styles.next}`}>
        {run.practiceId !== null && (
          <ButtonLink kind="hot" href={`/practices/${run.practiceId}`}>
            See where you stand
          </ButtonLink>
        )}
        <Button onClick={onAnother}>Bring in another file</Button>
      </div>
      {badRows.length > 0 && (
        <ul className="small">
          {badRows.map(({ line, reason }) => (
            <li key={line}>
              Line {line.toLocaleString('en')} was left out: {reason}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function resultWords({ run }: ImportAnswer): string {
  const number = (count: number) => count.toLocaleString('en');
  const added = `${number(run.attemptsAdded)} ${run.attemptsAdded === 1 ? 'take was' : 'takes were'} added.`;
  const known =
    run.attemptsKnown === 0
      ? ''
      : ` ${number(run.attemptsKnown)} were taken for the same as ones already here.`;
  const refused = run.rowsRefused === 0 ? '' : ` ${number(run.rowsRefused)} rows were left out.`;
  return `${added}${known}${refused}`;
}
