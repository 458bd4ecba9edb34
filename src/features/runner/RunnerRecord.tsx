import { useState } from 'react';
import { PhotoDialog } from '../../ui/evidence/PhotoDialog.tsx';
import { RecorderDialog } from '../../ui/evidence/RecorderDialog.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { type RunningSession, standingTakes } from './running-session.ts';

type RunnerRecordProps = {
  readonly isOpen: boolean;
  readonly session: RunningSession;
  readonly onClose: () => void;
};

/** Sound, moving pictures or a photo of this sitting; it belongs to the take that was logged last, if there is one. */
export function RunnerRecord({ isOpen, session, onClose }: RunnerRecordProps) {
  const [kind, setKind] = useState<'audio' | 'video' | 'photo' | null>(null);
  const about = {
    practiceId: session.practiceId,
    attemptId: standingTakes(session).at(-1)?.attemptId ?? null,
    // Home hears of the session with its first take.
    sessionId: session.takes.length === 0 ? null : session.sessionId,
    name: null,
    isAtHand: false,
  };
  const close = () => {
    setKind(null);
    onClose();
  };
  return (
    <>
      <Dialog isOpen={isOpen && kind === null} onClose={onClose} title="Record">
        <p className="small muted">It is kept on this device and at home. Only you see it.</p>
        <div className="stack">
          <p>
            <Button onClick={() => setKind('audio')}>Record sound</Button>
          </p>
          <p>
            <Button onClick={() => setKind('video')}>Record video</Button>
          </p>
          <p>
            <Button onClick={() => setKind('photo')}>Take a photo</Button>
          </p>
        </div>
      </Dialog>
      {(kind === 'audio' || kind === 'video') && (
        <RecorderDialog isOpen={isOpen} kind={kind} about={{ ...about, kind }} onClose={close} />
      )}
      {kind === 'photo' && <PhotoDialog isOpen={isOpen} about={{ ...about, kind }} onClose={close} />}
    </>
  );
}
