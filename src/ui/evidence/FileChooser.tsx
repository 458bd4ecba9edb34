import { useState } from 'react';
import { acceptOf, keepChosen, takeChosen } from './choose-file.ts';
import { FileButton } from './FileButton.tsx';
import type { KeptMedia, MediaAbout } from './kept-media.ts';

type FileChooserProps = {
  readonly about: MediaAbout;
  readonly label: string;
  /** `name`: of the file, as the device calls it. */
  readonly onKept: (media: KeptMedia, name: string) => void;
};

/** A file of one's own for a practice: a score, a map, a checklist. */
export function FileChooser({ about, label, onKept }: FileChooserProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const choose = async (file: File) => {
    const chosen = takeChosen(file, about.kind);
    if (typeof chosen === 'string') {
      setFault(chosen);
      return;
    }
    setBusy(true);
    const kept = await keepChosen(chosen, { ...about, name: about.name ?? (chosen.name || null) });
    setBusy(false);
    setFault(typeof kept === 'string' ? kept : null);
    if (typeof kept !== 'string') onKept(kept, chosen.name);
  };
  return (
    <div className="stack">
      <p>
        <FileButton accept={acceptOf(about.kind)} busy={isBusy} onFile={(file) => void choose(file)}>
          {label}
        </FileButton>
      </p>
      {fault !== null && <p role="alert">{fault}</p>}
    </div>
  );
}
