import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ArchiveReport } from '../../../features/archive/contract.ts';
import { ApiRefusal } from '../../api/api-client.ts';
import { formatDate } from '../../format-day.ts';
import { Button } from '../../parts/Button.tsx';
import { Note } from '../../parts/Note.tsx';
import {
  type ArchiveContents,
  addedWords,
  contentsOf,
  contentsWords,
  readContents,
} from './archive-contents.ts';
import { sendArchive } from './send-archive.ts';

type Taking =
  | { readonly kind: 'looking' }
  | { readonly kind: 'seen'; readonly contents: ArchiveContents }
  | { readonly kind: 'sending'; readonly contents: ArchiveContents; readonly share: number }
  | { readonly kind: 'taken'; readonly report: ArchiveReport }
  | {
      readonly kind: 'failed';
      /** False where home stopped answering: then only home knows. */
      readonly isKnown: boolean;
      readonly title: string;
      readonly reasons: readonly string[];
    };

type TakeArchiveProps = { readonly file: File; readonly onDone: () => void };

/** What the chosen archive holds is seen before anything is changed; then all of it is taken, or nothing. */
export function TakeArchive({ file, onDone }: TakeArchiveProps) {
  const { taking, take } = useTaking(file);
  return (
    <Note
      role={taking.kind === 'failed' ? 'alert' : 'status'}
      tone={taking.kind === 'taken' ? 'cool' : 'warm'}
    >
      <h3>{headingOf(taking, file.name)}</h3>
      {taking.kind === 'looking' && <p>Looking into it. Nothing is sent yet.</p>}
      {(taking.kind === 'seen' || taking.kind === 'sending') && <Contents contents={taking.contents} />}
      {taking.kind === 'seen' && (
        <p className="row">
          <Button onClick={take}>Take it in</Button>
          <Button kind="text" onClick={onDone}>
            Leave it
          </Button>
        </p>
      )}
      {taking.kind === 'sending' && <Sending share={taking.share} />}
      {taking.kind === 'taken' && <Taken report={taking.report} />}
      {taking.kind === 'failed' && (
        <>
          <p>{taking.title}</p>
          {taking.reasons.map((reason) => (
            <p key={reason} className="small">
              {reason}
            </p>
          ))}
        </>
      )}
    </Note>
  );
}

function useTaking(file: File) {
  const queries = useQueryClient();
  const [taking, setTaking] = useState<Taking>({ kind: 'looking' });
  useEffect(() => {
    let isGone = false;
    readContents(file).then(
      (found) => {
        if (isGone) return;
        if ('fault' in found) setTaking(unread(found.fault));
        else setTaking({ kind: 'seen', contents: found.contents });
      },
      () => !isGone && setTaking(unread('This file could not be read.')),
    );
    return () => {
      isGone = true;
    };
  }, [file]);

  async function take() {
    if (taking.kind !== 'seen') return;
    const { contents } = taking;
    setTaking({ kind: 'sending', contents, share: 0 });
    try {
      const report = await sendArchive(file, (share) => setTaking({ kind: 'sending', contents, share }));
      setTaking({ kind: 'taken', report });
      await queries.invalidateQueries();
    } catch (error) {
      setTaking(faultOf(error));
    }
  }
  return { taking, take: () => void take() };
}

function headingOf(taking: Taking, name: string): string {
  if (taking.kind === 'failed')
    return taking.isKnown ? 'Nothing was taken in' : 'Whether it was taken in is not known here';
  return taking.kind === 'taken' ? 'It is here now' : name;
}

function Contents({ contents }: { readonly contents: ArchiveContents }) {
  const { exportedAt, leftOut } = contents;
  const words = contentsWords(contents);
  return (
    <>
      <p>
        Written on {formatDate(Date.parse(exportedAt))}.{' '}
        {words.length === 0 ? 'It holds nothing.' : `It holds ${words.join(', ')}.`}
      </p>
      {leftOut > 0 && <p>{leftOutWords(leftOut)}</p>}
    </>
  );
}

function leftOutWords(leftOut: number): string {
  const those = leftOut === 1 ? 'One recording or file' : `${leftOut} recordings and files`;
  return `${those} that it names ${leftOut === 1 ? 'is' : 'are'} not in it, and ${leftOut === 1 ? 'stays' : 'stay'} where it was written.`;
}

function Sending({ share }: { readonly share: number }) {
  const isSent = share >= 1;
  return (
    <p>
      <progress aria-label="Sent" max={1} value={isSent ? undefined : share} />{' '}
      {isSent ? 'Home is reading it, and takes all of it or nothing.' : 'Sending it home.'}
    </p>
  );
}

function Taken({ report }: { readonly report: ArchiveReport }) {
  const contents = contentsOf(report);
  return (
    <>
      <p>
        As many of each as the archive holds: {contentsWords(contents).join(', ') || 'nothing'}.{' '}
        {addedWords(report)}
      </p>
      {contents.leftOut > 0 && <p>{leftOutWords(contents.leftOut)}</p>}
      {report.keptAsOwn.length > 0 && (
        <p>Not in this library in that version, and kept as your own: {report.keptAsOwn.join(', ')}.</p>
      )}
    </>
  );
}

const unread = (title: string): Taking => ({ kind: 'failed', isKnown: true, title, reasons: [] });

function faultOf(error: unknown): Taking {
  if (error instanceof ApiRefusal) {
    const { title, detail, errors = [] } = error.problem;
    const reasons = errors.slice(0, 5).map(({ message }) => message);
    return { kind: 'failed', isKnown: true, title: detail ?? title, reasons };
  }
  return {
    kind: 'failed',
    isKnown: false,
    title:
      'Home stopped answering. An archive is taken whole or not at all: choose it again when you are online, nothing is taken twice.',
    reasons: [],
  };
}
