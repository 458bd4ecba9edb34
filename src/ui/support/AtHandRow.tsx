import type { AtHand } from '../../features/support/contract.ts';
import { whereWords } from '../evidence/evidence-words.ts';
import { dropPutAway, tryAgain } from '../evidence/uploads.ts';
import { useEvidenceUploads } from '../evidence/use-evidence-uploads.ts';
import type { HeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { Chip } from '../parts/Chip.tsx';
import { AtHandLink } from './AtHandLink.tsx';
import styles from './Support.module.css';
import { dropAtHandWrite } from './support-writes.ts';

type AtHandRowProps = { readonly thing: AtHand; readonly held: HeldWrite };

/** One thing at hand, to open or to put away. */
export function AtHandRow({ thing, held }: AtHandRowProps) {
  const { label, mediaSha256 } = thing;
  const onKept = () => (mediaSha256 === null ? undefined : dropPutAway(mediaSha256));
  return (
    <li>
      <div className={styles.offer}>
        <AtHandLink thing={thing} />
        <Button
          kind="text"
          aria-label={`Put it away: ${label}`}
          onClick={() => held.hold(dropAtHandWrite(thing, new Date()), `${label} is put away.`, { onKept })}
        >
          Put it away
        </Button>
      </div>
      {mediaSha256 !== null && <FileState sha256={mediaSha256} />}
    </li>
  );
}

/** Where its bytes are while home has not got them, and why home does not take them. */
function FileState({ sha256 }: { readonly sha256: string }) {
  const uploads = useEvidenceUploads();
  const own = uploads.media.find((one) => one.sha256 === sha256);
  const where = whereWords({ sha256, isHere: own?.state !== 'waiting' }, uploads);
  return (
    <>
      {where !== null && (
        <p>
          <Chip tone="offline">{where}</Chip>
        </p>
      )}
      {own?.state === 'refused' && (
        <p role="alert">
          {own.problem} It is safe on this device.{' '}
          <Button kind="text" onClick={() => void tryAgain(own)}>
            Try again
          </Button>
        </p>
      )}
    </>
  );
}
