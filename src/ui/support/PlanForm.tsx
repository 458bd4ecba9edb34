import { type FormEvent, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { TextField } from '../parts/TextField.tsx';
import { actionOf, cueOf, planSentence } from './plan-words.ts';
import styles from './Support.module.css';

export type PlanWords = { readonly cue: string; readonly action: string };

type PlanFormProps = {
  /** The plan that is said anew; null for a new one. */
  readonly first: PlanWords | null;
  /** What `first` says is a beginning, and no plan yet. */
  readonly isNew?: boolean;
  readonly onKeep: (words: PlanWords) => void;
  readonly onCancel: () => void;
};

/** Two halves of one sentence, which is read back while it is written. */
export function PlanForm({ first, isNew = first === null, onKeep, onCancel }: PlanFormProps) {
  const [cue, setCue] = useState(first === null ? '' : cueOf(first.cue));
  const [action, setAction] = useState(first === null ? '' : actionOf(first.action));
  const [isAsked, setAsked] = useState(false);
  const words = { cue: cueOf(cue), action: actionOf(action) };
  const isWhole = words.cue !== '' && words.action !== '';

  function keep(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (isWhole) onKeep(words);
  }

  return (
    <form onSubmit={keep} noValidate className={`stack ${styles.form}`}>
      <TextField
        label="If …"
        hint="What you will see or hear when it is time"
        text={cue}
        onText={setCue}
        error={isAsked && words.cue === '' ? 'Say what comes up, such as “the room is taken”.' : null}
        maxLength={160}
        autoComplete="off"
        autoFocus
        dir="auto"
      />
      <TextField
        label="… then I …"
        hint="One act that anyone could see"
        text={action}
        onText={setAction}
        error={
          isAsked && words.action === '' ? 'Say what you do then, such as “stand in the corridor”.' : null
        }
        maxLength={200}
        autoComplete="off"
        dir="auto"
      />
      <p className={styles.aloud} aria-live="polite" dir="auto">
        {isWhole ? planSentence(words) : ''}
      </p>
      <div className="row">
        <Button submit>Keep the plan</Button>
        <Button kind="text" onClick={onCancel}>
          {isNew ? 'No plan now' : 'Leave it as it was'}
        </Button>
      </div>
    </form>
  );
}
