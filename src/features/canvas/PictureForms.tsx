import { type Ref, useEffect, useRef, useState } from 'react';
import { nameOfUploaded } from '../../engine/evidence/design-media.ts';
import type { MediaAbout } from '../../ui/evidence/kept-media.ts';
import { PhotoDialog } from '../../ui/evidence/PhotoDialog.tsx';
import { DesignMedia } from '../../ui/micromastery/AnswerMedia.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import styles from './Canvas.module.css';
import type { PictureDraft } from './draft.ts';
import { keysOf, movePicture } from './move-picture.ts';
import { WordsOfForm } from './WordsOfForm.tsx';

type Pictures = readonly PictureDraft[];
type PictureFormsProps = {
  readonly about: MediaAbout;
  readonly pictures: Pictures;
  readonly isAsked: boolean;
  readonly change: (by: (pictures: Pictures) => Pictures) => void;
};

const MOST_PICTURES = 12;
type Moved = { readonly key: string; readonly by: -1 | 1 };

/** Steps to look at, in their order. */
export function PictureForms({ about, pictures, isAsked, change }: PictureFormsProps) {
  const [isAdding, setAdding] = useState(false);
  const [newest, setNewest] = useState<string | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [said, setSaid] = useState('');
  const adder = useRef<HTMLButtonElement>(null);
  const keys = keysOf(pictures);
  return (
    <div className={styles.form}>
      <h3>Pictures, step by step</h3>
      <ol className={styles.pictures}>
        {pictures.map((picture, at) => (
          <PictureForm
            key={keys[at]}
            picture={picture}
            place={at + 1}
            isFirst={at === 0}
            isLast={at === pictures.length - 1}
            isNew={picture.media === newest}
            isAsked={isAsked}
            movedBy={moved !== null && moved.key === keys[at] ? moved.by : null}
            onCaption={(caption) =>
              change((all) => all.map((one, index) => (index === at ? { ...one, caption } : one)))
            }
            onMove={(by) => {
              setMoved({ key: keys[at] ?? '', by });
              setSaid(`Step ${at + 1} is step ${at + 1 + by} now.`);
              change((all) => movePicture(all, at, by));
            }}
            onDrop={() => {
              setSaid(`Step ${at + 1} was taken away.`);
              change((all) => all.filter((_, index) => index !== at));
              adder.current?.focus();
            }}
          />
        ))}
      </ol>
      <p className="vh" role="status">
        {said}
      </p>
      <Button
        ref={adder}
        onClick={() => setAdding(true)}
        disabledWhy={
          pictures.length < MOST_PICTURES ? null : `There are ${MOST_PICTURES}, which is the most.`
        }
      >
        Add a picture
      </Button>
      <PhotoDialog
        isOpen={isAdding}
        about={about}
        onClose={() => setAdding(false)}
        onKept={({ sha256 }) => {
          const media = nameOfUploaded(sha256);
          setNewest(media);
          change((all) => [...all, { media, caption: '' }]);
        }}
      />
    </div>
  );
}

type PictureFormProps = {
  readonly picture: PictureDraft;
  /** From 1. */
  readonly place: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isNew: boolean;
  readonly isAsked: boolean;
  /** It was moved just now: the keyboard goes with it. */
  readonly movedBy: -1 | 1 | null;
  readonly onCaption: (caption: string) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDrop: () => void;
};

function PictureForm(props: PictureFormProps) {
  const { picture, place, isFirst, isLast, isNew, isAsked, movedBy, onCaption, onMove, onDrop } = props;
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every move, also to the same side again
  useEffect(() => {
    if (movedBy === null) return;
    const wanted = movedBy === -1 ? [up, down] : [down, up];
    wanted.find(({ current }) => current !== null)?.current?.focus();
  }, [movedBy, place]);
  const move = (by: -1 | 1, words: string, ref: Ref<HTMLButtonElement>) => (
    <Button kind="text" ref={ref} aria-label={`Move ${words} step ${place}`} onClick={() => onMove(by)}>
      Move {words}
    </Button>
  );
  return (
    <li className={styles.picture}>
      <DesignMedia kind="picture" media={picture.media} />
      <div>
        <WordsOfForm
          label={`Step ${place} in words`}
          hint="They are read where the picture cannot be seen"
          text={picture.caption}
          onText={onCaption}
          most={300}
          isNew={isNew}
          isAsked={isAsked}
          fault="Say in words what the step is."
        />
        <div className="row">
          {!isFirst && move(-1, 'up', up)}
          {!isLast && move(1, 'down', down)}
          <Button kind="text" aria-label={`Take it away: step ${place}`} onClick={onDrop}>
            Take it away
          </Button>
        </div>
      </div>
    </li>
  );
}
