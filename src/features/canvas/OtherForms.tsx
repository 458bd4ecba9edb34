import { useEffect, useMemo, useRef } from 'react';
import { mediaOfFormats, nameOfUploaded } from '../../engine/evidence/design-media.ts';
import type { EvidenceKind } from '../../engine/evidence/kinds.ts';
import type { MediaAbout } from '../../ui/evidence/kept-media.ts';
import { LeftRecordings } from '../../ui/evidence/LeftRecordings.tsx';
import { tryAgain } from '../../ui/evidence/uploads.ts';
import { useEvidenceUploads } from '../../ui/evidence/use-evidence-uploads.ts';
import styles from './Canvas.module.css';
import type { FormsDraft } from './draft.ts';
import { PictureForms } from './PictureForms.tsx';
import { RecordingForm } from './RecordingForm.tsx';

type OtherFormsProps = {
  readonly designId: string;
  readonly forms: FormsDraft;
  readonly onForms: (forms: FormsDraft) => void;
  /** Whether it was to be saved already: then what is missing is said. */
  readonly isAsked: boolean;
};

/** The same answer to look at, to listen to and to watch, for whoever reads it to pick from. */
export function OtherForms({ designId, forms, onForms, isAsked }: OtherFormsProps) {
  const uploads = useEvidenceUploads();
  useOffered(forms);
  // A file is read for a while, and what is typed meanwhile is not to be lost.
  const latest = useRef({ forms, onForms });
  latest.current = { forms, onForms };
  const change = (part: (forms: FormsDraft) => Partial<FormsDraft>) => {
    const { forms, onForms } = latest.current;
    onForms({ ...forms, ...part(forms) });
  };
  const abouts = useMemo(
    () => ({
      photo: aboutOf(designId, 'photo'),
      audio: aboutOf(designId, 'audio'),
      video: aboutOf(designId, 'video'),
    }),
    [designId],
  );
  return (
    <fieldset className={styles.forms}>
      <legend>In other forms</legend>
      <p className="small muted">
        Whoever reads it picks the form. What you add is yours alone, and is kept on this device until it is
        home.
      </p>
      <PictureForms
        about={abouts.photo}
        pictures={forms.pictures}
        isAsked={isAsked}
        change={(by) => change(({ pictures }) => ({ pictures: by(pictures) }))}
      />
      {RECORDED.map((kind) => (
        <RecordingForm
          key={kind}
          kind={kind}
          about={abouts[kind]}
          recording={forms[kind]}
          isAsked={isAsked}
          onRecording={(recording) => change(() => ({ [kind]: recording }))}
        />
      ))}
      <LeftRecordings
        practiceId={designId}
        uploads={uploads}
        onKept={({ about: { kind } }, { sha256 }) => {
          if (kind !== 'audio' && kind !== 'video') return;
          const media = nameOfUploaded(sha256);
          change((forms) => ({ [kind]: { media, transcript: forms[kind]?.transcript ?? '' } }));
        }}
      />
      {uploads.media
        .filter(({ sha256, state }) => state === 'refused' && isNamed(forms, sha256))
        .map(({ sha256, problem }) => (
          <p key={sha256} role="alert">
            Home does not take one of these: {problem} Take it away, and choose another one.
          </p>
        ))}
    </fieldset>
  );
}

const RECORDED = ['audio', 'video'] as const;

/** The design says what it is, as another fact says it of what lies at hand; and like that it stays on this device. */
const aboutOf = (designId: string, kind: EvidenceKind): MediaAbout => ({
  practiceId: designId,
  attemptId: null,
  sessionId: null,
  kind,
  name: null,
  isAtHand: true,
});

const isNamed = (forms: FormsDraft, sha256: string) =>
  mediaOfFormats({ ...forms, audio: forms.audio ?? undefined, video: forms.video ?? undefined }).includes(
    nameOfUploaded(sha256),
  );

/** Home lets go of bytes that nothing shows for a week, and a draft that lies here longer shows nothing there. */
const OFFERED_AGAIN_MILLISECONDS = 5 * 86_400_000;

function useOffered(forms: FormsDraft): void {
  const { media } = useEvidenceUploads();
  const offered = useRef(new Set<string>());
  useEffect(() => {
    const before = Date.now() - OFFERED_AGAIN_MILLISECONDS;
    for (const one of media) {
      const isDue = one.state === 'home' && one.keptAt < before && !offered.current.has(one.sha256);
      if (!isDue || !isNamed(forms, one.sha256)) continue;
      offered.current.add(one.sha256);
      void tryAgain(one);
    }
  }, [media, forms]);
}
