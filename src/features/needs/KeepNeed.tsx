import { useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { NEED_LETTERS } from './caught-contract.ts';
import styles from './KeepNeed.module.css';
import type { FindDraft } from './use-find-draft.ts';
import { isKept } from './use-keep-need.ts';

type KeepNeedProps = {
  readonly draft: FindDraft;
  readonly onChange: (change: Partial<FindDraft>) => void;
  readonly onKeep: () => Promise<unknown>;
};

/** Keeps the need by itself, and lets the learner say where it comes up, for the day when they read it again. */
export function KeepNeed({ draft, onChange, onKeep }: KeepNeedProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [wasAskedFor, askFor] = useState(false);
  const hasContext = wasAskedFor || draft.context !== '';
  const isDone = isKept(draft);

  function keep() {
    setFault(null);
    onKeep().catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  }

  return (
    <>
      {hasContext && (
        <TextField
          className={styles.context}
          label="Where does it come up?"
          hint="A place, people or an occasion, if you like"
          text={draft.context}
          onText={(context) => onChange({ context })}
          placeholder="Mondays at six, with the night shift"
          maxLength={NEED_LETTERS}
          ref={wasAskedFor ? takeFocus : undefined}
        />
      )}
      <div className={styles.keep}>
        {isDone ? (
          <span>
            It is kept on your bench. <PageLink href="/needs">All your needs</PageLink>
          </span>
        ) : (
          <Button onClick={keep}>Keep this need</Button>
        )}
        {!hasContext && !isDone && (
          <Button kind="text" onClick={() => askFor(true)}>
            Say where it comes up
          </Button>
        )}
        <span role="status" className={isDone ? 'vh' : undefined}>
          {isDone ? 'The need is kept.' : fault}
        </span>
      </div>
    </>
  );
}

/** The field takes the place of the button that called it. */
function takeFocus(field: HTMLInputElement | null) {
  field?.focus();
}
