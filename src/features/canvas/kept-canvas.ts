import { type Draft, EMPTY_DRAFT } from './draft.ts';
import type { DraftFrame } from './read-draft.ts';

/** What is typed on a canvas, as it lies on this device until it is saved. */
export type KeptCanvas = {
  readonly draft: Draft;
  /** What a design that came as a file has and nobody types; null where it was begun otherwise. */
  readonly file: DraftFrame | null;
};

export type CanvasNote = Draft & { readonly file: DraftFrame | null };

export const noteOf = ({ draft, file }: KeptCanvas): CanvasNote => ({ ...draft, file });

/** Null for a note that is none. Only the canvas writes them; one of an app of before lacks what came later. */
export function keptCanvasOf(note: unknown): KeptCanvas | null {
  if (!isDraft(note)) return null;
  const { file, ...draft } = note;
  return { draft: { ...EMPTY_DRAFT, ...draft }, file: file ?? null };
}

/** Came later than the first notes. */
type Later = Pick<Draft, 'forms'> & { readonly file: DraftFrame | null };

function isDraft(note: unknown): note is Omit<Draft, 'forms'> & Partial<Later> {
  return (
    typeof note === 'object' &&
    note !== null &&
    Object.keys(EMPTY_DRAFT).every((name) => name === 'forms' || Object.hasOwn(note, name))
  );
}
