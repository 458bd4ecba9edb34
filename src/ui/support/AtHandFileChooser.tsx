import { FileChooser } from '../evidence/FileChooser.tsx';
import type { KeptMedia, MediaAbout } from '../evidence/kept-media.ts';
import { takeBackKept } from '../evidence/uploads.ts';
import type { HeldWrite } from '../offline/use-held-write.ts';
import { atHandWrite } from './support-writes.ts';

type AtHandFileChooserProps = { readonly practiceId: string; readonly held: HeldWrite };

const LONGEST_LABEL = 120;

/** A file of this device becomes one that is kept: it is at hand on every other device as well, and under its own name. */
export function AtHandFileChooser({ practiceId, held }: AtHandFileChooserProps) {
  const about: MediaAbout = {
    practiceId,
    attemptId: null,
    sessionId: null,
    kind: 'file',
    name: null,
    isAtHand: true,
  };
  const lay = (media: KeptMedia, name: string) => {
    const label = name.slice(0, LONGEST_LABEL).toWellFormed().trim() || 'A file';
    const write = atHandWrite({ practiceId, label, address: null, mediaSha256: media.sha256 }, new Date());
    held.hold(write, `${label} is at hand.`, { onUndone: () => takeBackKept(media) });
  };
  return <FileChooser about={about} label="Lay a file at hand" onKept={lay} />;
}
