import { type FormEvent, useState } from 'react';
import { SLOT_NAMES, SLOTS, type Slot } from '../../engine/support/slots.ts';
import type { SupportSlot } from '../../features/support/contract.ts';
import type { HeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type DesignSupport, designWords } from './design-slots.ts';
import styles from './Support.module.css';
import { type SlotStatus, slotWrite } from './support-writes.ts';

const STATUSES = [
  { value: 'in-place', label: 'In place' },
  { value: 'missing', label: 'Missing' },
  { value: 'not-needed', label: 'Not needed' },
] as const;

const SAID: Readonly<Record<SlotStatus, string>> = {
  'in-place': 'in place',
  missing: 'missing',
  'not-needed': 'not needed',
};

type SlotListProps = {
  readonly practiceId: string;
  readonly design: DesignSupport;
  readonly slots: readonly SupportSlot[];
  readonly held: HeldWrite;
};

/** Six slots, each changed in one tap; what was never said begins with the design’s own words. */
export function SlotList({ practiceId, design, slots, held }: SlotListProps) {
  return (
    <RuledList label="Six slots">
      {SLOTS.map((name) => {
        const slot = slots.find((one) => one.slot === name);
        const text = slot === undefined ? designWords(design, name) : slot.text;
        const put = (status: SlotStatus, words: string | null) =>
          held.hold(
            slotWrite({ practiceId, slot: name, status, text: words }, new Date()),
            `${SLOT_NAMES[name]}: ${SAID[status]}.`,
          );
        return (
          <SlotRow
            key={name}
            name={name}
            status={slot?.status ?? null}
            text={text}
            onStatus={(status) => put(status, text)}
            onText={put}
          />
        );
      })}
    </RuledList>
  );
}

type SlotRowProps = {
  readonly name: Slot;
  /** Null: not said yet. */
  readonly status: SlotStatus | null;
  readonly text: string | null;
  readonly onStatus: (status: SlotStatus) => void;
  readonly onText: (status: SlotStatus, text: string | null) => void;
};

function SlotRow({ name, status, text, onStatus, onText }: SlotRowProps) {
  /** The status that the words are written for: what home answers meanwhile must not change it. */
  const [edited, setEdited] = useState<SlotStatus | null>(null);
  return (
    <li className={styles.slot}>
      <Segmented legend={SLOT_NAMES[name]} segments={STATUSES} value={status} onChoose={onStatus} />
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
        <div className={styles.said}>
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
        </div>
      )}
    </li>
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
