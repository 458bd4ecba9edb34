import { lazy, type ReactNode, Suspense } from 'react';
import type { Micromastery } from '../../features/library/contract.ts';
import type { Settings } from '../../platform/people/settings-contract.ts';
import { Button } from '../parts/Button.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { setSetting, useSettings } from '../settings.ts';
import { canSpeak } from '../speak.ts';
import styles from './AnswerFormats.module.css';
import { Paragraphs } from './Paragraphs.tsx';
import { useSpeech } from './use-speech.ts';

/** Words need none of it. */
const PictureSteps = lazy(async () => ({ default: (await import('./AnswerMedia.tsx')).PictureSteps }));
const Recorded = lazy(async () => ({ default: (await import('./AnswerMedia.tsx')).Recorded }));

type Format = Settings['answerFormat'];

const LABELS: Readonly<Record<Format, string>> = {
  text: 'Text',
  checklist: 'Checklist',
  pictures: 'Pictures',
  audio: 'Listen',
  video: 'Watch',
};

type AnswerFormatsProps = {
  readonly design: Pick<Micromastery, 'formats' | 'entryTrick'>;
  /** The answer as text. */
  readonly children: ReactNode;
};

/** One answer in the forms that are there; which one is the reader’s choice, and is kept for the next answer. */
export function AnswerFormats({ design, children }: AnswerFormatsProps) {
  const { answerFormat } = useSettings();
  const there = formatsThere(design);
  const shown = there.includes(answerFormat) ? answerFormat : 'text';
  return (
    <>
      {there.length > 1 && (
        <Segmented
          className={styles.choice}
          legend="As"
          isLegendHidden
          segments={there.map((format) => ({ value: format, label: LABELS[format] }))}
          value={shown}
          onChoose={(format) => void setSetting('answerFormat', format)}
        />
      )}
      <div className={styles.answer}>
        <Shown format={shown} design={design}>
          {children}
        </Shown>
      </div>
    </>
  );
}

function formatsThere({ formats, entryTrick }: AnswerFormatsProps['design']): readonly Format[] {
  const there: Format[] = ['text'];
  if (formats?.checklist !== undefined) there.push('checklist');
  if (formats?.pictures !== undefined) there.push('pictures');
  if (formats?.audio !== undefined || (entryTrick !== null && canSpeak())) there.push('audio');
  if (formats?.video !== undefined) there.push('video');
  return there;
}

function Shown({ format, design, children }: AnswerFormatsProps & { readonly format: Format }) {
  const { formats, entryTrick } = design;
  switch (format) {
    case 'checklist':
      return (
        <ol className={styles.steps}>
          {formats?.checklist?.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      );
    case 'pictures':
      return (
        <Later>
          <PictureSteps pictures={formats?.pictures ?? []} />
        </Later>
      );
    case 'audio':
      return formats?.audio === undefined ? (
        <ReadAloud text={entryTrick?.text ?? ''} />
      ) : (
        <Later>
          <Recorded kind="audio" {...formats.audio} />
        </Later>
      );
    case 'video':
      return formats?.video === undefined ? (
        children
      ) : (
        <Later>
          <Recorded kind="video" {...formats.video} />
        </Later>
      );
    case 'text':
      return children;
    default:
      return format satisfies never;
  }
}

const Later = ({ children }: { readonly children: ReactNode }) => (
  <Suspense fallback={<Loading what="Fetching it" lines={4} />}>{children}</Suspense>
);

/** By the voice of the device, so that it works without the network; the words stay in sight. */
function ReadAloud({ text }: { readonly text: string }) {
  const { isSpeaking, speak, stop } = useSpeech();
  return (
    <>
      <Button onClick={() => (isSpeaking ? stop() : speak(text))}>
        {isSpeaking ? 'Stop' : 'Read it to me'}
      </Button>
      <Paragraphs text={text} className="small muted" />
    </>
  );
}
