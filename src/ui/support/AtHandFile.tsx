import { useMediaAddress } from '../evidence/use-media-address.ts';
import styles from './Support.module.css';

type AtHandFileProps = { readonly label: string; readonly sha256: string };

/** Opens beside the session, from this device or from home; where neither has it, it says so. */
export function AtHandFile({ label, sha256 }: AtHandFileProps) {
  const media = useMediaAddress({ sha256, isHere: null });
  if (media.kind === 'found') {
    return (
      <a href={media.address} target="_blank" rel="noopener noreferrer" className={styles.link} dir="auto">
        {label}
        <span className="vh">, a file, opens in a new tab</span>
      </a>
    );
  }
  return (
    <span>
      <span dir="auto">{label}</span>
      {media.kind !== 'looking' && <span className={styles.what}>{WHERE[media.kind]}</span>}
    </span>
  );
}

const WHERE = {
  elsewhere:
    'Still on the device that laid it at hand. Open Bottega there while it can reach home, and it comes here.',
  unreachable: 'Not on this device, and home cannot be reached. It opens here once home is there again.',
} as const;
