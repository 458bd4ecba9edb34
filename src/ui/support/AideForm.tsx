import { type FormEvent, useState } from 'react';
import type { AideForm as Form } from '../../features/support/contract.ts';
import { Button } from '../parts/Button.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { TextField } from '../parts/TextField.tsx';
import { aideFault, aideText, MOST_TEXT, MOST_TITLE } from './aide-fault.ts';
import styles from './Support.module.css';

const FORMS = [
  { value: 'card', label: 'Card' },
  { value: 'checklist', label: 'Checklist' },
  { value: 'phrase', label: 'Phrase' },
] as const;

const HINTS = {
  card: 'What you would glance at',
  checklist: 'One item a line, twelve at most',
  phrase: 'A few words to say to yourself',
} as const;

type Written = { readonly form: Form; readonly label: string; readonly text: string };
type AideFormProps = { readonly onKeep: (aide: Written) => void; readonly onCancel: () => void };

/** A card, a checklist or a phrase, in one's own words. */
export function AideForm({ onKeep, onCancel }: AideFormProps) {
  const [form, setForm] = useState<(typeof FORMS)[number]['value']>('card');
  const [label, setLabel] = useState('');
  const [written, setWritten] = useState('');
  const [isAsked, setAsked] = useState(false);
  const fault = aideFault(form, written);
  const name = label.trim();

  function keep(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (fault === null && name !== '') onKeep({ form, label: name, text: aideText(form, written) });
  }

  return (
    <form onSubmit={keep} noValidate className={`stack ${styles.form}`}>
      <Segmented legend="What it is" segments={FORMS} value={form} onChoose={setForm} />
      <TextField
        label="Its title"
        text={label}
        onText={setLabel}
        error={isAsked && name === '' ? 'Give it a title that you will know it by.' : null}
        maxLength={MOST_TITLE}
        autoComplete="off"
        dir="auto"
      />
      <TextArea
        label="Its words"
        hint={HINTS[form]}
        text={written}
        onText={setWritten}
        error={isAsked ? fault : null}
        maxLength={MOST_TEXT}
        rows={form === 'phrase' ? 2 : 4}
        dir="auto"
      />
      <div className="row">
        <Button submit>Keep it at hand</Button>
        <Button kind="text" onClick={onCancel}>
          Not now
        </Button>
      </div>
    </form>
  );
}
