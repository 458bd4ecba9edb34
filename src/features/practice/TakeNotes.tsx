import { Fragment, useState } from 'react';
import type { AttemptRow } from './contract.ts';
import { KeepShortcut } from './KeepShortcut.tsx';
import { TakeNoteForm } from './TakeNoteForm.tsx';

/** What was said of a take, each note in a form of its own; an empty one where nothing was. */
export function TakeNotes({ attempt }: { readonly attempt: AttemptRow }) {
  // A saved note has another id than the one it replaced. Its form stays the same, or focus and words would go with it.
  const [formOf, setFormOf] = useState<ReadonlyMap<string, string>>(new Map());
  const { remarks } = attempt;
  const forms =
    remarks.length === 0
      ? [{ form: attempt.id, remark: null }]
      : remarks.map((remark) => ({ form: formOf.get(remark.id) ?? remark.id, remark }));
  return (
    <>
      {remarks.length > 1 && (
        <p className="small">Two notes met here, written on different devices. Nothing was thrown away.</p>
      )}
      {forms
        .toSorted((a, b) => (a.form < b.form ? -1 : 1))
        .map(({ form, remark }) => (
          <Fragment key={form}>
            <TakeNoteForm
              attemptId={attempt.id}
              practiceId={attempt.practiceId}
              remark={remark}
              onSave={(remarkId) => setFormOf((known) => new Map(known).set(remarkId, form))}
            />
            {remark?.text != null && <KeepShortcut practiceId={attempt.practiceId} text={remark.text} />}
          </Fragment>
        ))}
    </>
  );
}
