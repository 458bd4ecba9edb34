import { type FormEvent, useEffect, useRef, useState } from 'react';
import { HORIZON_SEGMENTS, WITHIN_SEGMENTS } from '../../ui/needs/need-words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { fitting, NEED_LETTERS } from './caught-contract.ts';
import type { Need } from './contract.ts';
import styles from './NeedEdit.module.css';
import type { Said } from './need-revision.ts';

type NeedEditProps = {
  readonly need: Need;
  readonly onSave: (said: Partial<Said>) => void;
  readonly onLeave: () => void;
};

/** A need said anew: what it is, how far off, by when, and where it comes up. */
export function NeedEdit({ need, onSave, onLeave }: NeedEditProps) {
  const [text, setText] = useState(need.text);
  const [horizon, setHorizon] = useState(need.horizon);
  const [wantedWithin, setWantedWithin] = useState(need.wantedWithin);
  const [context, setContext] = useState(need.context ?? '');
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  function save(event: FormEvent) {
    event.preventDefault();
    const said = fitting(text);
    if (said === '') return setError('A need has words. To be rid of it, leave it as it was and let it go.');
    onSave({ text: said, horizon, wantedWithin, context: fitting(context) || null });
  }

  return (
    <form ref={form} onSubmit={save} noValidate className={styles.edit}>
      <TextArea
        label="What you need to be able to do"
        text={text}
        onText={(typed) => {
          setText(typed);
          setError(null);
        }}
        error={error}
        maxLength={NEED_LETTERS}
        dir="auto"
        rows={1}
      />
      <Segmented
        legend="How far off is it?"
        segments={HORIZON_SEGMENTS}
        value={horizon}
        onChoose={setHorizon}
      />
      <Segmented
        legend="When do you need it?"
        segments={WITHIN_SEGMENTS}
        value={wantedWithin}
        onChoose={setWantedWithin}
      />
      <TextField
        label="Where does it come up?"
        hint="A place, people or an occasion, if you like"
        text={context}
        onText={setContext}
        maxLength={NEED_LETTERS}
        dir="auto"
        autoComplete="off"
      />
      <div className="row">
        <Button submit>Save the need</Button>
        <Button kind="text" onClick={onLeave}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}
