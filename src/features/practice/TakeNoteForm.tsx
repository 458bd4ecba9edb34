import { type FormEvent, useRef, useState } from 'react';
import { newId } from '../../ui/offline/device.ts';
import { record } from '../../ui/offline/record.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { HelpInDistress } from '../../ui/parts/HelpInDistress.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { tagsFault, tagsOf } from '../../ui/tags-of.ts';
import type { AttemptRow, RemarkBody } from './contract.ts';
import styles from './TakeNoteForm.module.css';

type Remark = AttemptRow['remarks'][number];

type TakeNoteFormProps = {
  readonly attemptId: string;
  readonly practiceId: string;
  /** What is said of it so far; a new note replaces it, and both are kept where two devices edit at once. */
  readonly remark: Remark | null;
  /** Called with the id of the new note before it is recorded. */
  readonly onSave: (remarkId: string) => void;
};

export function TakeNoteForm({ attemptId, practiceId, remark, onSave }: TakeNoteFormProps) {
  const [text, setText] = useState(remark?.text ?? '');
  const [tags, setTags] = useState(remark?.tags.join(', ') ?? '');
  const [said, setSaid] = useState('');
  const outcome = useRef<HTMLSpanElement>(null);
  const note = { text: text.trim() === '' ? null : text.trim(), tags: tagsOf(tags) };
  const isSame =
    text.trim() === (remark?.text ?? '').trim() && String(note.tags) === String(remark?.tags ?? []);

  function change(write: () => void) {
    write();
    setSaid('');
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isSame) return;
    const id = newId();
    const body: RemarkBody = {
      ...note,
      attemptId,
      replacesId: remark?.id ?? null,
      feel: remark?.feel ?? null,
      writtenAt: new Date().toISOString(),
    };
    // The button that was pressed goes, and the keyboard would go with it.
    if (document.activeElement instanceof HTMLButtonElement) outcome.current?.focus();
    onSave(id);
    try {
      await record([{ path: `/api/remarks/${id}`, body, practiceId }]);
      setSaid('Kept.');
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form onSubmit={save} className={styles.note}>
      <TextArea
        label="Note"
        text={text}
        onText={(typed) => change(() => setText(typed))}
        maxLength={2000}
        rows={1}
      />
      <HelpInDistress texts={[text]} />
      <TextField
        label="Tags"
        hint="With commas between"
        text={tags}
        onText={(typed) => change(() => setTags(typed))}
        error={tagsFault(tags)}
        maxLength={500}
        autoComplete="off"
      />
      <div className="row">
        {!isSame && <Button submit>Keep the note</Button>}
        <span role="status" ref={outcome} tabIndex={-1}>
          {said}
        </span>
      </div>
    </form>
  );
}
