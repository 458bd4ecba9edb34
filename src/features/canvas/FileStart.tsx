import { useEffect, useRef, useState } from 'react';
import { ApiRefusal, sendJson, Unreachable } from '../../ui/api/api-client.ts';
import { FileButton } from '../../ui/evidence/FileButton.tsx';
import type { MicromasteryDesign } from '../library/contract.ts';

/** A file of a micromastery is smaller by far. */
const MOST_BYTES = 64_000;

/** Reads a design that somebody shared. Nothing is kept before it is saved. */
export function FileStart({ onDesign }: { readonly onDesign: (design: MicromasteryDesign) => void }) {
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Counts what was asked for: an answer to anything but the last of it comes too late. */
  const asked = useRef(0);
  // Gone once something is typed: a file that is read by then must not take its place.
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );

  async function read(file: File) {
    asked.current += 1;
    const own = asked.current;
    setFault(null);
    if (file.size > MOST_BYTES) {
      setFault('This file is too large to be a micromastery: those have 64 kB at most.');
      return;
    }
    try {
      const body = { text: await file.text() };
      const path = '/api/micromastery-files';
      const { design } = await sendJson<{ design: MicromasteryDesign }>('POST', path, body);
      if (own === asked.current) onDesign(design);
    } catch (error) {
      if (own === asked.current) setFault(faultWords(error));
    }
  }

  return (
    <div className="stack">
      <p>
        <FileButton
          accept=".md,text/markdown,text/plain"
          busy={isBusy}
          onFile={(file) => {
            setBusy(true);
            void read(file).finally(() => setBusy(false));
          }}
        >
          Begin from a file
        </FileButton>
      </p>
      <p className="small muted">One that somebody shared: Markdown, ending in .md</p>
      {fault !== null && <p role="alert">{fault}</p>}
    </div>
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
