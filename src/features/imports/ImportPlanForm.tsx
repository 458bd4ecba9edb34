import { ApiRefusal } from '../../ui/api/api-client.ts';
import { useBench } from '../../ui/api/use-kept.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { ErrorState } from '../../ui/parts/ErrorState.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import type { ImportPreview } from './contract.ts';
import styles from './ImportScreen.module.css';
import { MappingFields } from './MappingFields.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import { TargetFields } from './TargetFields.tsx';
import { changed, choiceOf, type ImportChoice, isPlaced, useImportPreview } from './use-import.ts';

type ImportPlanFormProps = {
  readonly choice: ImportChoice;
  readonly onChange: (choice: ImportChoice) => void;
  readonly onImport: (choice: ImportChoice, preview: ImportPreview) => void;
};

/** What the file holds, which column is what, where it goes; and one button, once nothing is left open. */
export function ImportPlanForm({ choice, onChange, onImport }: ImportPlanFormProps) {
  const { preview, error, isReading, retry } = useImportPreview(choice);
  const { value: bench } = useBench();
  const change = (part: Parameters<typeof changed>[1]) => onChange(changed(choice, part));
  const chooseAnew = () => onChange(choiceOf(choice.file, choice.target));
  if (error !== null) return <PreviewFault error={error} retry={retry} chooseAnew={chooseAnew} />;
  if (preview === undefined) return <Loading what="Reading the file" lines={6} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (openQuestion(choice, preview) === null && !isReading) onImport(choice, preview);
      }}
    >
      <MappingFields choice={choice} preview={preview} onChange={change} />
      <TargetFields choice={choice} preview={preview} practices={bench?.practices ?? []} onChange={change} />
      <PreviewRows preview={preview} />
      {preview.rowsBad > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={choice.takeGoodRows}
            onChange={(event) => change({ takeGoodRows: event.currentTarget.checked })}
          />
          <span>
            Leave these {preview.rowsBad.toLocaleString('en')} out, and take the{' '}
            {preview.rowsGood.toLocaleString('en')} good ones
          </span>
        </label>
      )}
      <ActionBar>
        <Button
          kind="hot"
          submit
          disabledWhy={openQuestion(choice, preview)}
          busy={isReading}
          busyText="Reading"
        >
          {takeWords(preview)}
        </Button>
      </ActionBar>
    </form>
  );
}

function takeWords({ rowsGood, attemptsKnown }: ImportPreview): string {
  const news = rowsGood - (attemptsKnown ?? 0);
  if (rowsGood > 0 && news === 0) return 'Take it in again';
  return `Take in ${news.toLocaleString('en')} ${news === 1 ? 'take' : 'takes'}`;
}

/** What has to be said before anything can be taken; null once nothing has. */
function openQuestion({ target, takeGoodRows }: ImportChoice, preview: ImportPreview): string | null {
  if (preview.mapping === null) return 'Choose the columns first.';
  if (preview.isDateOrderOpen) return 'Say how dates are written first.';
  if (target === null || !isPlaced(target)) return 'Say where it goes first.';
  if (target.kind === 'new' && target.title.trim() === '') return 'Give it a name first.';
  if (preview.measure === null) return 'Say what the values measure first.';
  if (preview.rowsGood === 0) return 'No row can be taken as it is read now.';
  if (preview.rowsBad > 0 && !takeGoodRows) return 'Some rows cannot be taken: see above.';
  return null;
}

type PreviewFaultProps = {
  readonly error: Error;
  readonly retry: () => void;
  /** The same file, with nothing chosen yet. */
  readonly chooseAnew: () => void;
};

/** The file, what was chosen for it, or the way home: each is mended elsewhere. */
function PreviewFault({ error, retry, chooseAnew }: PreviewFaultProps) {
  if (!(error instanceof ApiRefusal)) {
    return (
      <div className={styles.part}>
        <ErrorState title="Could not reach home" actions={<Button onClick={retry}>Try now</Button>}>
          Files are read at home, so this needs the network. Nothing was taken, and the file is still chosen.
        </ErrorState>
      </div>
    );
  }
  const { code, title, detail, errors = [] } = error.problem;
  const isFile = code === 'file-unreadable' || code === 'too-large';
  const reasons = [detail ?? title, ...errors.map((one) => one.message)].join(' ');
  return (
    <div className={styles.part}>
      <ErrorState
        title={isFile ? 'This file cannot be read' : 'What was chosen does not fit together'}
        actions={isFile ? undefined : <Button onClick={chooseAnew}>Choose the columns anew</Button>}
      >
        {`${reasons} Nothing was taken${isFile ? '; mend the file and choose it again.' : ', and the file is still chosen.'}`}
      </ErrorState>
    </div>
  );
}
