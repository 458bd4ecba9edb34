import { useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import styles from './Runner.module.css';
import type { RunnerActions } from './use-runner.ts';
import { EMPTY_NOTE, type RunningSession, standingTakes, type TakeNote } from './use-running-session.ts';

const LONGEST_NOTE = 2000;
const LONGEST_TAG = 40;
const MOST_TAGS = 10;
const FEELS = ['', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

type RunnerNoteDialogProps = {
  readonly isOpen: boolean;
  readonly session: RunningSession;
  readonly act: RunnerActions;
  readonly onClose: () => void;
};

/** Words, tags and how it felt, of the take before or of this one. All of it may be left empty. */
export function RunnerNoteDialog({ isOpen, session, act, onClose }: RunnerNoteDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Write a note">
      <NoteForm session={session} act={act} onClose={onClose} />
    </Dialog>
  );
}

type Target = 'last' | 'this';

function NoteForm({ session, act, onClose }: Omit<RunnerNoteDialogProps, 'isOpen'>) {
  const last = standingTakes(session).at(-1);
  const [target, setTarget] = useState<Target>(last === undefined ? 'this' : 'last');
  const ofTarget = (which: Target) => (which === 'last' ? (last?.note ?? EMPTY_NOTE) : session.current.note);
  const [draft, setDraft] = useState<TakeNote>(() => ofTarget(target));
  const [tagText, setTagText] = useState(draft.tags.join(', '));

  const choose = (which: Target) => {
    setTarget(which);
    setDraft(ofTarget(which));
    setTagText(ofTarget(which).tags.join(', '));
  };
  /** Of this take, every letter is kept as it is typed: it is recorded with the take. */
  const change = (part: Partial<TakeNote>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (target === 'this') act.note(null, next);
  };
  const keep = () => {
    act.note(target === 'last' ? (last?.attemptId ?? null) : null, draft);
    onClose();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      {last !== undefined && (
        <Segmented
          legend="Which take"
          isLegendHidden
          segments={[
            { value: 'last', label: `Take ${last.sequence}, logged` },
            { value: 'this', label: 'This take' },
          ]}
          value={target}
          onChoose={choose}
        />
      )}
      <TextArea
        label="What happened"
        text={draft.text}
        maxLength={LONGEST_NOTE}
        onText={(text) => change({ text })}
      />
      <TextField
        label="Tags"
        hint="Parted by commas, such as: outside, tired"
        text={tagText}
        onText={(text) => {
          setTagText(text);
          change({ tags: tagsOf(text) });
        }}
      />
      <Field label="How it felt, 0 to 10">
        {(control) => (
          <select
            {...control}
            value={draft.feel === null ? '' : String(draft.feel)}
            onChange={(event) => change({ feel: feelOf(event.currentTarget.value) })}
          >
            {FEELS.map((feel) => (
              <option key={feel} value={feel}>
                {feel === '' ? 'not said' : feel}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className={styles.action}>
        <Button submit>Keep the note</Button>
      </p>
    </form>
  );
}

function feelOf(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** Each once, in the order typed; what is too much is left off rather than refused later. */
export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG).trim());
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}
