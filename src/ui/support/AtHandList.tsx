import { type FormEvent, useState } from 'react';
import type { AtHand } from '../../features/support/contract.ts';
import type { HeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useFirstFew } from '../parts/use-first-few.ts';
import { AtHandFileChooser } from './AtHandFileChooser.tsx';
import { AtHandRow } from './AtHandRow.tsx';
import { addressFault, addressOf } from './address-fault.ts';
import styles from './Support.module.css';
import { atHandWrite } from './support-writes.ts';

const SHOWN_AT_FIRST = 3;
const MOST_THINGS = 50;

type AtHandListProps = {
  readonly practiceId: string;
  readonly things: readonly AtHand[];
  readonly held: HeldWrite;
};

/** What opens with one tap at the start of a session, as it was added. */
export function AtHandList({ practiceId, things, held }: AtHandListProps) {
  const [isAdding, setAdding] = useState(false);
  const { shown, rest, showAll } = useFirstFew(things, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="support-at-hand">
      <div className={styles.titled}>
        <h3 id="support-at-hand">At hand</h3>
        {things.length === 0 && (
          <p className="small muted">The score, the film: one tap away when you begin.</p>
        )}
      </div>
      {things.length > 0 && (
        <RuledList label="Things at hand" className={styles.things}>
          {shown.map((thing) => (
            <AtHandRow key={thing.id} thing={thing} held={held} />
          ))}
        </RuledList>
      )}
      {rest > 0 && (
        <Button kind="text" onClick={showAll}>
          Show {rest} more at hand
        </Button>
      )}
      {isAdding ? (
        <AtHandForm
          onKeep={(label, address) => {
            setAdding(false);
            const write = atHandWrite({ practiceId, label, address, mediaSha256: null }, new Date());
            held.hold(write, `${label} is at hand.`);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        things.length < MOST_THINGS && (
          <div className={`row ${styles.adding}`}>
            <Button onClick={() => setAdding(true)}>Lay a link at hand</Button>
            <AtHandFileChooser practiceId={practiceId} held={held} />
          </div>
        )
      )}
    </section>
  );
}

type AtHandFormProps = {
  readonly onKeep: (label: string, address: string) => void;
  readonly onCancel: () => void;
};

function AtHandForm({ onKeep, onCancel }: AtHandFormProps) {
  const [label, setLabel] = useState('');
  const [address, setAddress] = useState('');
  const [isAsked, setAsked] = useState(false);
  const fault = addressFault(address);
  const name = label.trim();

  function keep(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (fault === null && name !== '') onKeep(name, addressOf(address));
  }

  return (
    <form onSubmit={keep} noValidate className={`stack ${styles.form}`}>
      <TextField
        label="What it is"
        text={label}
        onText={setLabel}
        error={
          isAsked && name === '' ? 'Give it a name that you will know it by, such as “the score”.' : null
        }
        maxLength={120}
        autoComplete="off"
        autoFocus
        dir="auto"
      />
      <TextField
        label="Its address"
        hint="A page, a mail, a call or a place on the map"
        text={address}
        onText={setAddress}
        error={isAsked ? fault : null}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
      />
      <div className="row">
        <Button submit>Lay it at hand</Button>
        <Button kind="text" onClick={onCancel}>
          Not now
        </Button>
      </div>
    </form>
  );
}
