import type { EvidenceKind } from '../../engine/evidence/kinds.ts';
import styles from './MediaView.module.css';

type MediaViewProps = {
  readonly kind: EvidenceKind;
  /** Of the bytes: at home, or on this device. */
  readonly address: string;
  /** What it is, for who does not see it. */
  readonly name: string;
};

/** A photo to see, a recording to play, a file to open. */
export function MediaView({ kind, address, name }: MediaViewProps) {
  switch (kind) {
    case 'photo':
      return <img className={styles.picture} src={address} alt={name} />;
    case 'audio':
      return (
        // biome-ignore lint/a11y/useMediaCaption: of one's own doing, heard by oneself
        <audio className={styles.sound} src={address} controls preload="metadata" aria-label={name} />
      );
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: of one's own doing, seen by oneself
        <video
          className={styles.picture}
          src={address}
          controls
          playsInline
          preload="metadata"
          aria-label={name}
        />
      );
    case 'file':
      return (
        <a href={address} target="_blank" rel="noreferrer">
          Open {name}
        </a>
      );
  }
}
