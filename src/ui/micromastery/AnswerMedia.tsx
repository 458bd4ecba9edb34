import { type ReactNode, useState } from 'react';
import { sha256OfName } from '../../engine/evidence/design-media.ts';
import type { Formats } from '../../features/library/contract.ts';
import { type MediaAddress, useMediaAddress } from '../evidence/use-media-address.ts';
import styles from './AnswerMedia.module.css';
import { Paragraphs } from './Paragraphs.tsx';

type Kind = 'picture' | 'audio' | 'video';

type PictureStepsProps = {
  readonly pictures: NonNullable<Formats['pictures']>;
  /** To be printed, whether it was in sight or not. */
  readonly isEager?: boolean;
};

/** An answer in steps to look at; the words of a step say what its picture shows. */
export function PictureSteps({ pictures, isEager = false }: PictureStepsProps) {
  return (
    <ol className={styles.pictures}>
      {pictures.map(({ media, caption }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps may show the same picture with the same words
        <li key={`${at} ${media}`} className={styles.step}>
          <DesignMedia kind="picture" media={media} isEager={isEager} />
          <p>
            <b>{at + 1}.</b> {caption}
          </p>
        </li>
      ))}
    </ol>
  );
}

type RecordedProps = {
  readonly kind: 'audio' | 'video';
  readonly media: string;
  readonly transcript: string;
};

/** A recording, with its words below for whoever cannot hear or see it. */
export function Recorded({ kind, media, transcript }: RecordedProps) {
  return (
    <div className={styles.recorded}>
      <DesignMedia kind={kind} media={media} />
      <details>
        <summary>In words</summary>
        <Paragraphs text={transcript} />
      </details>
    </div>
  );
}

type DesignMediaProps = { readonly kind: Kind; readonly media: string; readonly isEager?: boolean };

/** What a design names: in the library a file beside it, in one’s own what was uploaded. Where it is not, that is said. */
export function DesignMedia({ media, ...rest }: DesignMediaProps) {
  const sha256 = sha256OfName(media);
  return sha256 === null ? (
    <MediaAt key={media} found={{ kind: 'found', address: `/library/${media}` }} {...rest} />
  ) : (
    <UploadedMedia key={media} sha256={sha256} {...rest} />
  );
}

type ShownProps = Omit<DesignMediaProps, 'media'>;

function UploadedMedia({ sha256, ...rest }: ShownProps & { readonly sha256: string }) {
  // A design names what it shows before the bytes are at home, or without their ever coming there.
  const found = useMediaAddress({ sha256, isHere: null });
  return <MediaAt key={found.kind} found={found} {...rest} />;
}

const NAMES: Readonly<Record<Kind, string>> = {
  picture: 'picture',
  audio: 'recording',
  video: 'video',
};

function MediaAt({ kind, found, isEager = false }: ShownProps & { readonly found: MediaAddress }) {
  const [isBroken, setBroken] = useState(false);
  if (found.kind === 'looking') return <div className={styles.away} />;
  if (found.kind === 'unreachable') {
    return <Away>This {NAMES[kind]} is not on this device, and home cannot be reached.</Away>;
  }
  if (found.kind === 'elsewhere' || isBroken) {
    return <Away>This {NAMES[kind]} is missing: it is not at this home.</Away>;
  }
  const { address } = found;
  const fail = () => setBroken(true);
  switch (kind) {
    case 'picture':
      return (
        <img
          className={styles.picture}
          src={address}
          alt=""
          width={320}
          height={240}
          loading={isEager ? 'eager' : 'lazy'}
          onError={fail}
        />
      );
    case 'audio':
      return (
        // biome-ignore lint/a11y/useMediaCaption: what is said stands beside it as text
        <audio className={styles.sound} controls preload="metadata" src={address} onError={fail} />
      );
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: what is said and done stands beside it as text
        <video
          className={styles.video}
          controls
          playsInline
          preload="metadata"
          src={address}
          onError={fail}
        />
      );
    default:
      return kind satisfies never;
  }
}

function Away({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.away}>
      <p className="small muted">{children}</p>
    </div>
  );
}
