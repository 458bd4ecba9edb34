import { lazy, Suspense, useState } from 'react';
import { FileButton } from '../../evidence/FileButton.tsx';

/** Only once a file was chosen. */
const TakeArchive = lazy(async () => ({ default: (await import('./TakeArchive.tsx')).TakeArchive }));

/** Everything of a person, from any Bottega: chosen, looked into, and taken in. */
export function ChooseArchive() {
  const [chosen, setChosen] = useState<{ readonly file: File; readonly time: number } | null>(null);
  return (
    <>
      <p>
        <FileButton
          accept=".zip,application/zip"
          onFile={(file) => setChosen({ file, time: (chosen?.time ?? 0) + 1 })}
        >
          Take in an archive
        </FileButton>
      </p>
      <p>
        Such as you took with you from here or from another Bottega. You see what is in it before anything is
        changed, and nothing is taken twice.
      </p>
      {chosen !== null && (
        <Suspense fallback={null}>
          <TakeArchive key={chosen.time} file={chosen.file} onDone={() => setChosen(null)} />
        </Suspense>
      )}
    </>
  );
}
