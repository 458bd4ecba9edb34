import { useState } from 'react';
import { record } from '../../ui/offline/record.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { shortcutOf } from '../../ui/support/aide-fault.ts';
import { atHandWrite } from '../../ui/support/support-writes.ts';

type KeepShortcutProps = { readonly practiceId: string; readonly text: string };

/** What was found out and written down, kept where it is one press away in the next session. */
export function KeepShortcut({ practiceId, text }: KeepShortcutProps) {
  const [said, setSaid] = useState<string | null>(null);
  function keep() {
    const thing = {
      practiceId,
      address: null,
      mediaSha256: null,
      form: 'shortcut',
      ...shortcutOf(text),
    } as const;
    setSaid('Kept with your aides-memoire.');
    record([atHandWrite(thing, new Date())]).catch((fault: unknown) => setSaid(String(fault)));
  }
  return (
    <p role="status">
      {said ?? (
        <Button kind="text" onClick={keep}>
          Keep this note as a shortcut
        </Button>
      )}
    </p>
  );
}
