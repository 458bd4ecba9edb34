import type { Evidence } from '../../features/evidence/contract.ts';
import { Loading } from '../parts/Loading.tsx';
import { UndoBar } from '../parts/UndoBar.tsx';
import { ReadFault } from '../shell/ReadFault.tsx';
import { EvidenceRow } from './EvidenceRow.tsx';
import styles from './EvidenceSection.module.css';
import { type EvidenceTake, evidenceWords } from './evidence-words.ts';
import { LeftRecordings } from './LeftRecordings.tsx';
import { MoreOf } from './MoreOf.tsx';
import { ShowingList } from './ShowingList.tsx';
import { useEvidence } from './use-evidence.ts';
import { useEvidenceUploads } from './use-evidence-uploads.ts';
import { useRemoveEvidence } from './use-remove-evidence.ts';

type EvidenceSectionProps = {
  readonly practiceId: string;
  /** Undefined for a take that the page does not know. */
  readonly takeOf?: (attemptId: string) => EvidenceTake | undefined;
};

/** Recordings, photos and files of a practice, newest first: to hear, to see, and to remove; and its showings. */
export function EvidenceSection({ practiceId, takeOf }: EvidenceSectionProps) {
  const { evidence, error, retry, further } = useEvidence(practiceId);
  const uploads = useEvidenceUploads();
  const { hiddenId, notice, fault, remove, undo, carryOut } = useRemoveEvidence(practiceId, wordsOf(takeOf));
  const shown = (evidence ?? []).filter(({ id }) => id !== hiddenId);
  return (
    <section className={styles.section} aria-labelledby="evidence">
      <h2 className="h3" id="evidence">
        Evidence
      </h2>
      <LeftRecordings practiceId={practiceId} uploads={uploads} />
      {evidence === undefined && error === null && (
        <Loading what="Fetching your recordings" lines={3} lineHeightRem={2.75} />
      )}
      {evidence === undefined && error !== null && (
        <ReadFault error={error} what="The recordings" retry={retry} />
      )}
      {evidence !== undefined && shown.length === 0 && (
        <p className="muted">
          Nothing recorded yet. Record a take when you want to hear or see it afterwards; only you can.
        </p>
      )}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((one) => (
            <EvidenceRow
              key={one.id}
              evidence={one}
              take={one.attemptId === null ? undefined : takeOf?.(one.attemptId)}
              uploads={uploads}
              onRemove={() => remove(one)}
            />
          ))}
        </ul>
      )}
      <MoreOf what="recordings" further={further} />
      <ShowingList practiceId={practiceId} />
      {fault !== null && <p role="alert">{fault}</p>}
      <UndoBar notice={notice} onUndo={undo} onDone={carryOut} />
    </section>
  );
}

/** "Audio 1:04 of take 23" */
const wordsOf =
  (takeOf: EvidenceSectionProps['takeOf']) =>
  (evidence: Evidence): string => {
    const take = evidence.attemptId === null ? undefined : takeOf?.(evidence.attemptId);
    const of = take === undefined ? '' : ` of ${take.label.toLowerCase()}`;
    return `${evidenceWords(evidence)}${of}`;
  };
