import { type FormEvent, useState } from 'react';
import { newId } from '../../ui/offline/device.ts';
import { record } from '../../ui/offline/record.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import type { AttemptRow, RemarkBody } from './contract.ts';
import styles from './TakeNoteForm.module.css';

type Remark = AttemptRow['remarks'][number];

type TakeNoteFormProps = {
  readonly attemptId: string;
  readonly practiceId: string;
  /** What is said of it so far; a new note replaces it, and both are kept where two devices edit at once. */
  readonly remark: Remark | null;
};

const TAGS_AT_MOST = 10;
const TAG_LETTERS = 40;

export function TakeNoteForm({ attemptId, practiceId, remark }: TakeNoteFormProps) {
  const [text, setText] = useState(remark?.text ?? '');
  const [tags, setTags] = useState(remark?.tags.join(', ') ?? '');
  const [said, setSaid] = useState<string | null>(null);
  const isSame = text === (remark?.text ?? '') && tags === (remark?.tags.join(', ') ?? '');

  async function save(event: FormEvent) {
    event.preventDefault();
    const body: RemarkBody = {
      attemptId,
      replacesId: remark?.id ?? null,
      feel: remark?.feel ?? null,
      text: text.trim() === '' ? null : text.trim(),
      tags: tagsOf(tags),
      writtenAt: new Date().toISOString(),
    };
    try {
      await record([{ path: `/api/remarks/${newId()}`, body, practiceId }]);
      setSaid('Kept.');
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form onSubmit={save} className={styles.note}>
      <TextArea label="Note" text={text} onText={setText} maxLength={2000} rows={1} />
      <TextField
        label="Tags"
        hint="With commas between"
        text={tags}
        onText={setTags}
        maxLength={300}
        autoComplete="off"
      />
      <div className="row">
        {!isSame && <Button submit>Keep the note</Button>}
        <span role="status">{isSame ? (said ?? '') : ''}</span>
      </div>
    </form>
  );
}

function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, TAG_LETTERS));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, TAGS_AT_MOST);
}
