import type { AideForm } from '../../features/support/contract.ts';

/** As the contract has it. */
export const MOST_TITLE = 80;
export const MOST_TEXT = 600;
export const MOST_LINES = 12;

/** Empty lines are none. */
export function aideText(form: AideForm, written: string): string {
  const text = written.trim();
  if (form !== 'checklist') return text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** What is wrong with it, as a sentence; null: nothing. */
export function aideFault(form: AideForm, written: string): string | null {
  const text = aideText(form, written);
  if (text === '')
    return form === 'checklist' ? 'Write one item a line.' : 'Write what it should remind you of.';
  if (form === 'checklist' && text.split('\n').length > MOST_LINES)
    return `A checklist has room for ${MOST_LINES} items. Fewer are read sooner.`;
  return null;
}

/** A note as a shortcut: its first line is its title, and as much of it as fits is kept. */
export function shortcutOf(note: string): { readonly label: string; readonly text: string } {
  const text = note.trim();
  const [line = ''] = text.split('\n');
  return { label: cut(line.trim(), MOST_TITLE), text: cut(text, MOST_TEXT) };
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character would come back as another one.
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace('\uFFFD', '')
    .trimEnd()}…`;
}
