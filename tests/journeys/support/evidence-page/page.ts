import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement, Fragment, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { EvidenceSection } from '../../../../src/ui/evidence/EvidenceSection.tsx';
import { FileChooser } from '../../../../src/ui/evidence/FileChooser.tsx';
import type { MediaAbout } from '../../../../src/ui/evidence/kept-media.ts';
import { PhotoDialog } from '../../../../src/ui/evidence/PhotoDialog.tsx';
import { RecorderDialog } from '../../../../src/ui/evidence/RecorderDialog.tsx';
import { startSync } from '../../../../src/ui/offline/start-sync.ts';

/** The parts of recording and of evidence on a page of their own, with nothing around them. */
const practiceId = location.hash.slice(1);
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });
startSync(queries);

type Open = 'audio' | 'video' | 'photo' | null;

function Page() {
  const [open, setOpen] = useState<Open>(null);
  const about: MediaAbout = {
    practiceId,
    attemptId: null,
    sessionId: null,
    kind: 'file',
    name: null,
    isAtHand: false,
  };
  const onClose = () => setOpen(null);
  const button = (opens: Open, words: string) =>
    createElement('button', { type: 'button', onClick: () => setOpen(opens) }, words);
  return createElement(
    Fragment,
    null,
    createElement('h1', null, 'Recording'),
    button('audio', 'Record sound'),
    button('video', 'Record video'),
    button('photo', 'Add a photo'),
    createElement(FileChooser, { about, label: 'Choose a file', onKept: () => {} }),
    createElement(RecorderDialog, { isOpen: open === 'audio', kind: 'audio', about, onClose }),
    createElement(RecorderDialog, { isOpen: open === 'video', kind: 'video', about, onClose }),
    createElement(PhotoDialog, { isOpen: open === 'photo', about, onClose }),
    createElement(EvidenceSection, { practiceId }),
  );
}

const element = document.getElementById('root');
if (element === null) throw new Error('the page has no #root');
createRoot(element).render(createElement(QueryClientProvider, { client: queries }, createElement(Page)));
