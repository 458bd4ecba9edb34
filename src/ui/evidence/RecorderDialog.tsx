import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Note } from '../parts/Note.tsx';
import type { KeptMedia, MediaAbout } from './kept-media.ts';
import { MediaView } from './MediaView.tsx';
import styles from './RecorderDialog.module.css';
import type { Recording } from './recording.ts';
import { clockWords, type RecorderKind } from './recording-plan.ts';
import { type Recorder, useRecorder } from './use-recorder.ts';

type RecorderDialogProps = {
  readonly isOpen: boolean;
  readonly kind: RecorderKind;
  readonly about: MediaAbout;
  /** Also after it was kept. What runs then ends, and is offered again where recordings are listed. */
  readonly onClose: () => void;
  readonly onKept?: (media: KeptMedia) => void;
};

const TITLES = { audio: 'Record sound', video: 'Record video' } as const;

/** Records, plays back, keeps or throws away. */
export function RecorderDialog({ isOpen, kind, about, onClose, onKept }: RecorderDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={TITLES[kind]}>
      {isOpen && <RecorderBody kind={kind} about={about} onClose={onClose} onKept={onKept} />}
    </Dialog>
  );
}

type RecorderBodyProps = Omit<RecorderDialogProps, 'isOpen' | 'onKept'> & {
  readonly onKept: ((media: KeptMedia) => void) | undefined;
};

function RecorderBody({ kind, about, onClose, onKept }: RecorderBodyProps) {
  const recorder = useRecorder({ kind, about });
  const { state } = recorder;
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(state.kind);
  // The button that was pressed is gone with what it began; the keyboard goes on at the head of what came in its place.
  useEffect(() => {
    if (before.current !== state.kind) body.current?.focus();
    before.current = state.kind;
  }, [state.kind]);
  const keep = async () => {
    const media = await recorder.keep();
    if (media === null) return;
    onKept?.(media);
    onClose();
  };
  return (
    <div ref={body} tabIndex={-1} className={styles.body}>
      <RecorderFace kind={kind} recorder={recorder} onKeep={() => void keep()} />
    </div>
  );
}

type RecorderFaceProps = {
  readonly kind: RecorderKind;
  readonly recorder: Recorder;
  readonly onKeep: () => void;
};

function RecorderFace({ kind, recorder, onKeep }: RecorderFaceProps) {
  const { state } = recorder;
  switch (state.kind) {
    case 'ready':
    case 'asking':
      return <Ready kind={kind} recorder={recorder} />;
    case 'running':
      return <Running kind={kind} recording={state.recording} onStop={recorder.stop} />;
    case 'ended':
    case 'keeping':
      return <Ended kind={kind} recorder={recorder} onKeep={onKeep} />;
    case 'fault':
      return (
        <div className="stack">
          <p role="alert">{state.says}</p>
          <p>
            <Button onClick={recorder.start}>Try again</Button>
          </p>
        </div>
      );
  }
}

const AT_MOST = { audio: 'an hour', video: 'ten minutes' } as const;

function Ready({ kind, recorder }: { readonly kind: RecorderKind; readonly recorder: Recorder }) {
  const isAsking = recorder.state.kind === 'asking';
  return (
    <div className="stack">
      <p>
        It is kept on this device second by second, and goes home when home can be reached. Nobody else sees
        it. At most {AT_MOST[kind]}.
      </p>
      <p>
        <Button kind="hot" size="big" busy={isAsking} busyText="Allow it above" onClick={recorder.start}>
          Start recording
        </Button>
      </p>
    </div>
  );
}

type RunningProps = {
  readonly kind: RecorderKind;
  readonly recording: Recording;
  readonly onStop: () => void;
};

function Running({ kind, recording, onStop }: RunningProps) {
  return (
    <div className="stack">
      {kind === 'video' && <Viewfinder stream={recording.stream} />}
      <p className={styles.clock}>
        <span className={styles.light} aria-hidden="true" />
        <Clock startedAt={recording.startedAt} />
      </p>
      <p className="vh" role="status">
        Recording.
      </p>
      <p>
        <Button kind="hot" size="big" onClick={onStop}>
          Stop
        </Button>
      </p>
    </div>
  );
}

/** Not announced: a voice that counts would be on the recording. */
function Clock({ startedAt }: { readonly startedAt: number }) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return <span role="timer">{clockWords((now - startedAt) / 1_000)}</span>;
}

function Viewfinder({ stream }: { readonly stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      className={styles.mirror}
      autoPlay
      playsInline
      muted
      aria-label="What the camera sees"
    />
  );
}

function Ended({ kind, recorder, onKeep }: RecorderFaceProps) {
  const { state } = recorder;
  const ended = state.kind === 'ended' ? state : null;
  return (
    <div className="stack">
      {ended !== null && ended.end.because !== null && <Note role="alert">{ended.end.because}</Note>}
      {ended !== null && <MediaView kind={kind} address={ended.address} name="What was recorded" />}
      {ended !== null && (
        <p className="small muted" role="status">
          {clockWords(ended.end.seconds)} long.
        </p>
      )}
      <div className="row">
        <Button kind="hot" busy={state.kind === 'keeping'} busyText="Keeping it" onClick={onKeep}>
          Keep
        </Button>
        <Button onClick={recorder.discard}>Throw away</Button>
      </div>
    </div>
  );
}
