import { type FormEvent, useId, useState } from 'react';
import { SLOT_NAMES, type Slot } from '../../engine/support/slots.ts';
import { Button } from '../parts/Button.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { TextField } from '../parts/TextField.tsx';
import styles from './Support.module.css';
import type { SlotStatus } from './support-writes.ts';

const STATUSES = [
  { value: 'in-place', label: 'In place' },
  { value: 'missing', label: 'Missing' },
  { value: 'not-needed', label: 'Not needed' },
] as const;
const WORDS: Readonly<Record<SlotStatus, string>> = {
  'in-place': 'In place',
  missing: 'Missing',
  'not-needed': 'Not needed',
};

type SlotRowProps = {
  readonly name: Slot;
  /** Null: not said yet. */
  readonly status: SlotStatus | null;
  readonly text: string | null;
  readonly onStatus: (status: SlotStatus) => void;
  readonly onText: (status: SlotStatus, text: string | null) => void;
};

/** Name, what was said, and a state that one tap turns: there, or missing. The line opens to say more. */
export function SlotRow({ name, status, text, onStatus, onText }: SlotRowProps) {
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  const next = status === 'in-place' ? 'missing' : 'in-place';
  const word = status === null ? 'Not said' : WORDS[status];
  return (
    <li className={styles.slot} data-unsaid={status === null ? '' : undefined}>
      <div className={styles['slot-line']}>
        <button
          type="button"
          className={styles['slot-opener']}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles['slot-name']}>{SLOT_NAMES[name]}</span>
          {text !== null && (
            <span className={styles['slot-said']} dir="auto">
              {text}
            </span>
          )}
        </button>
        <button
          type="button"
          className={styles['slot-state']}
          data-status={status ?? 'unsaid'}
          aria-label={`${SLOT_NAMES[name]}: ${word}. Say that it is ${WORDS[next].toLowerCase()}`}
          onClick={() => onStatus(next)}
        >
          {word}
        </button>
      </div>
      <div id={bodyId} hidden={!isOpen} className={styles['slot-body']}>
        {isOpen && <SlotBody {...{ name, status, text, onStatus, onText }} />}
      </div>
    </li>
  );
}

function SlotBody({ name, status, text, onStatus, onText }: SlotRowProps) {
  /** The status that the words are written for: what home answers meanwhile must not change it. */
  const [edited, setEdited] = useState<SlotStatus | null>(null);
  return (
    <>
      <Segmented
        legend={SLOT_NAMES[name]}
        isLegendHidden
        segments={STATUSES}
        value={status}
        onChoose={onStatus}
      />
      {edited !== null ? (
        <SlotWords
          name={name}
          text={text ?? ''}
          onDone={(words) => {
            setEdited(null);
            if (words !== undefined) onText(edited, words);
          }}
        />
      ) : (
        <>
          {text !== null && (
            <p className="small" dir="auto">
              {text}
            </p>
          )}
          {status !== null && (
            <Button
              kind="text"
              aria-label={`${text === null ? 'Say what it is' : 'Say it anew'}: ${SLOT_NAMES[name]}`}
              onClick={() => setEdited(status)}
            >
              {text === null ? 'Say what it is' : 'Say it anew'}
            </Button>
          )}
        </>
      )}
    </>
  );
}

type SlotWordsProps = {
  readonly name: Slot;
  readonly text: string;
  /** Undefined: left as it was. */
  readonly onDone: (text: string | null | undefined) => void;
};

function SlotWords({ name, text, onDone }: SlotWordsProps) {
  const [typed, setTyped] = useState(text);
  function save(event: FormEvent) {
    event.preventDefault();
    const words = typed.trim();
    onDone(words === text.trim() ? undefined : words === '' ? null : words);
  }
  return (
    <form onSubmit={save} noValidate className="stack">
      <TextField
        label={`What it is: ${SLOT_NAMES[name]}`}
        text={typed}
        onText={setTyped}
        maxLength={300}
        autoComplete="off"
        autoFocus
        dir="auto"
      />
      <div className="row">
        <Button submit>Keep these words</Button>
        <Button kind="text" onClick={() => onDone(undefined)}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}
