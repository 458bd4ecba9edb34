import { type DragEvent, useState } from 'react';
import { Stage } from '../../ui/parts/Stage.tsx';
import styles from './FileChoice.module.css';
import { CUT_IN_PARTS, IMPORT_BYTES } from './import-limits.ts';

type FileChoiceProps = { readonly file: File | null; readonly onFile: (file: File) => void };

/** Chosen from the device, or dropped here. */
export function FileChoice({ file, onFile }: FileChoiceProps) {
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  function take(chosen: File | undefined) {
    if (chosen === undefined) return;
    if (chosen.size > IMPORT_BYTES) {
      setFault(`This file has more than 32 MB. ${CUT_IN_PARTS}`);
      return;
    }
    setFault(null);
    onFile(chosen);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <Stage aria-label="File" className={styles.stage}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
      <div
        className={styles.place}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className={styles.choose}>
          <span className={styles.title}>{file === null ? 'Choose a file, or drop it here' : file.name}</span>
          <span className="small muted">
            {file === null
              ? 'CSV, at most 32 MB'
              : `${sizeWords(file.size)}. Choose another one, or drop it here.`}
          </span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            className={styles.input}
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              // The same file again, after it was mended, has to be noticed.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {fault !== null && <p role="alert">{fault}</p>}
    </Stage>
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
