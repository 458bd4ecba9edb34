import type { Formats } from '../library/contract.ts';
import type { FormsDraft } from './draft.ts';
import { oneLine, paragraphs } from './texts.ts';

export type ReadForms = {
  /** As far as they are whole: what has no words yet is left out. */
  readonly formats: Omit<Formats, 'checklist'>;
  readonly faults: readonly string[];
};

const RECORDINGS = {
  audio: 'The recording to listen to needs its words as well: write them down, or take it away.',
  video: 'The recording to watch needs its words as well: write them down, or take it away.',
} as const;

/** Whoever cannot see or hear a form reads its words: none is saved without them. */
export function readForms({ pictures, audio, video }: FormsDraft): ReadForms {
  const faults = pictures.flatMap(({ caption }, at) =>
    isBlank(caption) ? [`Picture ${at + 1} needs its step in words: write it down, or take it away.`] : [],
  );
  const whole = pictures.filter(({ caption }) => !isBlank(caption));
  const recordings = Object.entries({ audio, video }).flatMap(([kind, recording]) =>
    recording === null ? [] : [{ kind: kind === 'audio' ? 'audio' : 'video', recording } as const],
  );
  for (const { kind, recording } of recordings)
    if (isBlank(recording.transcript)) faults.push(RECORDINGS[kind]);
  const told = recordings.filter(({ recording }) => !isBlank(recording.transcript));
  return {
    formats: {
      ...(whole.length > 0 && {
        pictures: whole.map(({ media, caption }) => ({ media, caption: oneLine(caption) })),
      }),
      ...Object.fromEntries(
        told.map(({ kind, recording: { media, transcript } }) => [
          kind,
          { media, transcript: paragraphs(transcript) },
        ]),
      ),
    },
    faults,
  };
}

const isBlank = (text: string) => text.trim() === '';
