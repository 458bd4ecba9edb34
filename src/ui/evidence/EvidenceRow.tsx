import { useId, useState } from 'react';
import type { Evidence } from '../../features/evidence/contract.ts';
import { formatDate, formatPastDay } from '../format-day.ts';
import { Button } from '../parts/Button.tsx';
import { Chip } from '../parts/Chip.tsx';
import styles from './EvidenceRow.module.css';
import { type EvidenceTake, evidenceWords, sizeWords, whereWords } from './evidence-words.ts';
import { MediaView } from './MediaView.tsx';
import { tryAgain, type UploadsView } from './uploads.ts';
import { useMediaAddress } from './use-media-address.ts';

type EvidenceRowProps = {
  readonly evidence: Evidence;
  readonly take: EvidenceTake | undefined;
  readonly uploads: UploadsView;
  readonly onRemove: () => void;
};

export function EvidenceRow({ evidence, take, uploads, onRemove }: EvidenceRowProps) {
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  const where = whereWords(evidence, uploads);
  const made = Date.parse(evidence.madeAt);
  const said = [evidenceWords(evidence), take?.said ?? ''].filter((part) => part !== '').join(', ');
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.take}>{take?.label ?? formatPastDay(made, Date.now())}</span>
        <span className={styles.said}>{said}</span>
        <span className={styles.value}>{take?.value}</span>
      </button>
      {where !== null && (
        <p className={styles.where}>
          <Chip tone="offline">{where}</Chip>
        </p>
      )}
      <div id={bodyId} hidden={!isOpen} className={styles.body}>
        {isOpen && <EvidenceBody evidence={evidence} uploads={uploads} name={said} onRemove={onRemove} />}
      </div>
    </li>
  );
}

type EvidenceBodyProps = Omit<EvidenceRowProps, 'take'> & { readonly name: string };

function EvidenceBody({ evidence, uploads, name, onRemove }: EvidenceBodyProps) {
  const media = useMediaAddress(evidence);
  const refused = uploads.media.find(
    ({ sha256, state }) => sha256 === evidence.sha256 && state === 'refused',
  );
  return (
    <>
      {media.kind === 'found' && <MediaView kind={evidence.kind} address={media.address} name={name} />}
      {media.kind === 'elsewhere' && (
        <p>
          It is still on the device that made it, and comes here once that one can reach home. Open Bottega
          there.
        </p>
      )}
      {refused !== undefined && (
        <p role="alert">
          {refused.problem} It is safe on this device.{' '}
          <Button kind="text" onClick={() => void tryAgain(refused)}>
            Try again
          </Button>
        </p>
      )}
      <p className="small muted">
        {formatDate(Date.parse(evidence.madeAt))}, {sizeWords(evidence.bytes)}.
      </p>
      <p>
        <Button kind="text" onClick={onRemove}>
          Remove
        </Button>
      </p>
    </>
  );
}
