import { type FormEvent, useState } from 'react';
import { ApiRefusal } from '../../api/api-client.ts';
import { useSync } from '../../offline/use-sync.ts';
import { Button } from '../../parts/Button.tsx';
import { buttonClasses } from '../../parts/button-classes.ts';
import { Note } from '../../parts/Note.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { entries } from '../kept-words.ts';
import styles from './EraseForm.module.css';
import { eraseEverything } from './erase-everything.ts';
import { OwnNumbers } from './OwnNumbers.tsx';

/** What will be gone, the way out with it, and the name that says it is meant. */
export function EraseForm({ name }: { readonly name: string }) {
  const { onDevice, inPageOnly } = useSync();
  const waiting = onDevice + inPageOnly;
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function erase(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() === '') return setFault('Type your name first, as it is shown here.');
    setBusy(true);
    setFault(null);
    try {
      await eraseEverything(typed);
    } catch (error) {
      setFault(faultWords(error));
      setBusy(false);
    }
  }

  return (
    <form className={styles.form} onSubmit={erase} noValidate>
      <Note>
        <h3>What will be gone</h3>
        <OwnNumbers />
        {waiting > 0 && (
          <p>
            {entries(waiting)} on this device and not yet at home, and {waiting === 1 ? 'goes' : 'go'} too.
          </p>
        )}
        <p>
          Every browser and key of yours is signed out. This device forgets what it kept for you: what waits
          to be sent, pages for use without the network, and choices such as its paper. Another device of
          yours forgets its pages when it next reaches home.
        </p>
        <p>
          What stays: that a space was erased, and when. No name and nothing else is with it; it is there so
          that a backup of before is erased again.
        </p>
      </Note>
      <p>
        <a href="/api/export" download className={buttonClasses('plain', 'normal')}>
          Take it with you first
        </a>
      </p>
      <TextField
        label={`To erase it, type your name: ${name}`}
        text={typed}
        onText={setTyped}
        error={fault}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <p>
        <Button submit busy={isBusy} busyText="Erasing">
          Erase it all
        </Button>
      </p>
    </form>
  );
}

function faultWords(error: unknown): string {
  if (error instanceof ApiRefusal) return error.problem.title;
  return 'Could not reach home, and only home can erase. Load this page again when you are online: if it asks you to sign in, all of it is gone.';
}
