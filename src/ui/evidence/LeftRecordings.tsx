import { useEffect, useState } from 'react';
import { formatDate } from '../format-day.ts';
import { Button } from '../parts/Button.tsx';
import { Note } from '../parts/Note.tsx';
import { dropLeft, keepLeft, readDraft } from './draft-writer.ts';
import { type Draft, type KeptMedia, NoRoomOnDevice } from './kept-media.ts';
import { MediaView } from './MediaView.tsx';
import type { UploadsView } from './uploads.ts';

type OnKept = (draft: Draft, media: KeptMedia) => void;
type LeftRecordingsProps = {
  /** Or the id of what else it is recorded for. */
  readonly practiceId: string;
  readonly uploads: UploadsView;
  readonly onKept?: OnKept;
};

/** What was being recorded when its page ended: nothing of it is lost, and nothing is kept unasked. */
export function LeftRecordings({ practiceId, uploads, onKept = () => {} }: LeftRecordingsProps) {
  const left = uploads.left.filter((draft) => draft.about.practiceId === practiceId);
  return left.map((draft) => <LeftRecording key={draft.id} draft={draft} onKept={onKept} />);
}

function LeftRecording({ draft, onKept }: { readonly draft: Draft; readonly onKept: OnKept }) {
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const address = useDraftAddress(draft);
  const decide = async (decision: Promise<unknown>) => {
    setBusy(true);
    await decision.catch((error: unknown) => {
      setFault(
        error instanceof NoRoomOnDevice
          ? error.message
          : 'That could not be done. It is still here: try again.',
      );
    });
    setBusy(false);
  };
  const isEmpty = address === 'empty';
  return (
    <Note className="stack">
      <p>
        {isEmpty
          ? 'A recording broke off before there was anything in it.'
          : `A recording of ${formatDate(draft.startedAt)} was closed before it was kept. This is as far as it came.`}
      </p>
      {address !== null && !isEmpty && (
        <MediaView kind={draft.about.kind} address={address} name="The recording that was closed" />
      )}
      {fault !== null && <p role="alert">{fault}</p>}
      <div className="row">
        {!isEmpty && (
          <Button
            busy={isBusy}
            onClick={() => void decide(keepLeft(draft).then((media) => onKept(draft, media)))}
          >
            Keep it
          </Button>
        )}
        <Button busy={isBusy} onClick={() => void decide(dropLeft(draft))}>
          Throw it away
        </Button>
      </div>
    </Note>
  );
}

function useDraftAddress(draft: Draft): string | 'empty' | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isOver = false;
    const look = async () => {
      const blob = await readDraft(draft).catch(() => null);
      if (isOver) return;
      made = blob === null || blob.size === 0 ? null : URL.createObjectURL(blob);
      setAddress(made ?? 'empty');
    };
    void look();
    return () => {
      isOver = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [draft]);
  return address;
}
