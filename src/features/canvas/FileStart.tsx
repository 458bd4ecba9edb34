import { useState } from 'react';
import { ApiRefusal, sendJson, Unreachable } from '../../ui/api/api-client.ts';
import { Field } from '../../ui/parts/Field.tsx';
import type { MicromasteryDesign } from '../library/contract.ts';

/** A file of a micromastery is smaller by far. */
const MOST_BYTES = 64_000;

/** Reads a design that somebody shared. Nothing is kept before it is saved. */
export function FileStart({ onDesign }: { readonly onDesign: (design: MicromasteryDesign) => void }) {
  const [fault, setFault] = useState<string | null>(null);

  async function read(file: File | undefined) {
    setFault(null);
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      setFault('This file is too large to be a micromastery: those have 64 kB at most.');
      return;
    }
    try {
      const body = { text: await file.text() };
      onDesign(
        (await sendJson<{ design: MicromasteryDesign }>('POST', '/api/micromastery-files', body)).design,
      );
    } catch (error) {
      setFault(faultWords(error));
    }
  }

  return (
    <Field label="Begin from a file" hint="One that somebody shared: Markdown, ending in .md" error={fault}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept=".md,text/markdown,text/plain"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      )}
    </Field>
  );
}

function faultWords(error: unknown): string {
  if (error instanceof Unreachable) return 'Home has to be reached to read a file. Try again when it can be.';
  if (!(error instanceof ApiRefusal)) return 'This file cannot be read.';
  const [first] = error.problem.errors ?? [];
  const line = /\/line\/(\d+)$/.exec(first?.pointer ?? '')?.[1];
  return first === undefined
    ? error.problem.title
    : `${line === undefined ? '' : `Line ${line}: `}${first.message}`;
}
