import { countFigures } from '../../engine/picture/count-words.ts';
import type { Evidence } from '../../features/evidence/contract.ts';
import { useHeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Loading } from '../parts/Loading.tsx';
import { UndoBar } from '../parts/UndoBar.tsx';
import { useFirstFew } from '../parts/use-first-few.ts';
import { ReadFault } from '../shell/ReadFault.tsx';
import { EvidenceRow } from './EvidenceRow.tsx';
import { type EvidenceTake, evidenceWords } from './evidence-words.ts';
import { LeftRecordings } from './LeftRecordings.tsx';
import { MoreOf } from './MoreOf.tsx';
import { ShowingList } from './ShowingList.tsx';
import { useEvidence } from './use-evidence.ts';
import { useEvidenceUploads } from './use-evidence-uploads.ts';
import { useRemoveEvidence } from './use-remove-evidence.ts';

const SHOWN_AT_FIRST = 3;

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
  const heldShowing = useHeldWrite();
  const standing = (evidence ?? []).filter(({ id }) => id !== hiddenId);
  const { shown, rest, showAll } = useFirstFew(standing, SHOWN_AT_FIRST);
  return (
    <Fold
      id="evidence"
      title="Evidence"
      gist={
        evidence === undefined ? null : standing.length === 0 ? 'none yet' : countFigures(standing.length)
      }
      beside={
        <>
          <LeftRecordings practiceId={practiceId} uploads={uploads} />
          {fault !== null && <p role="alert">{fault}</p>}
          <UndoBar notice={notice} onUndo={undo} onDone={carryOut} />
          {heldShowing.fault !== null && <p role="alert">{heldShowing.fault}</p>}
          <UndoBar notice={heldShowing.notice} onUndo={heldShowing.undo} onDone={heldShowing.carryOut} />
        </>
      }
    >
      {evidence === undefined && error === null && (
        <Loading what="Fetching your recordings" lines={3} lineHeightRem={2.75} />
      )}
      {evidence === undefined && error !== null && (
        <ReadFault error={error} what="The recordings" retry={retry} />
      )}
      {evidence !== undefined && standing.length === 0 && (
        <p className="small muted">
          Nothing recorded yet. Record a take to hear or see it afterwards; only you can.
        </p>
      )}
      {shown.length > 0 && (
        <ul>
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
      {rest > 0 ? (
        <Button kind="text" onClick={showAll}>
          Show {rest} more recordings
        </Button>
      ) : (
        <MoreOf what="recordings" further={further} />
      )}
      <ShowingList practiceId={practiceId} held={heldShowing} />
    </Fold>
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
