import { Button } from '../../ui/parts/Button.tsx';
import { Note } from '../../ui/parts/Note.tsx';
import { useAddressWord } from '../../ui/shell/use-address.ts';
import type { Canvas } from './use-canvas.ts';

/** What was found while practising, on its way into the next version: one press writes it into the way in. */
export function FoundShortcut({ canvas: { draft, change } }: { readonly canvas: Canvas }) {
  const shortcut = useAddressWord('shortcut')?.trim() ?? '';
  if (shortcut === '') return null;
  const { text } = draft.trick;
  const isIn = text.includes(shortcut);
  return (
    <Note>
      <p>
        <b>A shortcut that you found:</b> <q>{shortcut}</q>
      </p>
      {isIn ? (
        <p>It stands in the way in. Save, and it is part of the next version.</p>
      ) : (
        <Button
          onClick={() =>
            change({ trick: { ...draft.trick, text: [text.trim(), shortcut].filter(Boolean).join('\n\n') } })
          }
        >
          Write it into the way in
        </Button>
      )}
    </Note>
  );
}
