import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import styles from './PauseForm.module.css';
import { beginPause } from './use-pause.ts';

type PauseFormProps = { readonly today: string; readonly onDone: () => void };

/** A holiday, an illness, a busy month: days that are meant to be without practice, and do not count. */
export function PauseForm({ today, onDone }: PauseFormProps) {
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  function begin(event: FormEvent) {
    event.preventDefault();
    if (until !== '' && until < today) {
      setFault('The last day lies before today: choose a later one, or leave it empty.');
      return;
    }
    beginPause(today, until === '' ? null : until, note).then(onDone, (error: unknown) =>
      setFault(error instanceof Error ? error.message : String(error)),
    );
  }

  return (
    <form className={styles.pause} onSubmit={begin} noValidate>
      <TextField
        label="The last day of it"
        hint="Empty: until you end it"
        type="date"
        min={today}
        text={until}
        onText={setUntil}
        error={fault}
      />
      <TextField
        label="What for"
        hint="For yourself, if you like"
        text={note}
        onText={setNote}
        maxLength={200}
        autoComplete="off"
      />
      <Button submit>Pause from today</Button>
    </form>
  );
}
