import { useRef, useState } from 'react';
import { nameOfUploaded } from '../../engine/evidence/design-media.ts';
import { FileChooser } from '../../ui/evidence/FileChooser.tsx';
import type { KeptMedia, MediaAbout } from '../../ui/evidence/kept-media.ts';
import { RecorderDialog } from '../../ui/evidence/RecorderDialog.tsx';
import { DesignMedia } from '../../ui/micromastery/AnswerMedia.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import styles from './Canvas.module.css';
import type { RecordingDraft } from './draft.ts';
import { WordsOfForm } from './WordsOfForm.tsx';

type Kind = 'audio' | 'video';
type RecordingFormProps = {
  readonly kind: Kind;
  readonly about: MediaAbout;
  readonly recording: RecordingDraft | null;
  readonly isAsked: boolean;
  readonly onRecording: (recording: RecordingDraft | null) => void;
};

const WORDS = {
  audio: {
    title: 'To listen to',
    record: 'Record sound',
    choose: 'Choose a sound file',
    label: 'What is said',
    hint: 'Word for word, for whoever cannot hear it or is where it is loud',
    fault: 'Write down what is said: whoever cannot hear it has nothing else.',
  },
  video: {
    title: 'To watch',
    record: 'Record video',
    choose: 'Choose a video file',
    label: 'What is said and done',
    hint: 'In words, for whoever cannot see or hear it',
    fault: 'Write down what is said and done: whoever cannot see or hear it has nothing else.',
  },
} as const satisfies Record<Kind, object>;

/** One recording, made here or chosen, with its words. */
export function RecordingForm({ kind, about, recording, isAsked, onRecording }: RecordingFormProps) {
  const [isRecording, setRecording] = useState(false);
  const [isNew, setNew] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const words = WORDS[kind];
  const take = ({ sha256 }: KeptMedia) => {
    setNew(true);
    onRecording({ media: nameOfUploaded(sha256), transcript: '' });
  };
  return (
    <div className={styles.form}>
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      {recording === null ? (
        <div className={styles.ways}>
          <Button onClick={() => setRecording(true)}>{words.record}</Button>
          <FileChooser about={about} label={words.choose} onKept={take} />
        </div>
      ) : (
        <>
          <DesignMedia kind={kind} media={recording.media} />
          <WordsOfForm
            label={words.label}
            hint={words.hint}
            text={recording.transcript}
            onText={(transcript) => onRecording({ ...recording, transcript })}
            most={4000}
            isNew={isNew}
            isAsked={isAsked}
            fault={words.fault}
          />
          <Button
            kind="text"
            aria-label={`Take it away: what there is ${words.title.toLowerCase()}`}
            onClick={() => {
              onRecording(null);
              heading.current?.focus();
            }}
          >
            Take it away
          </Button>
        </>
      )}
      <RecorderDialog
        isOpen={isRecording}
        kind={kind}
        about={about}
        onClose={() => setRecording(false)}
        onKept={take}
      />
    </div>
  );
}
