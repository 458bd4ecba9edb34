import { EntryTrick } from '../../ui/micromastery/EntryTrick.tsx';
import { noteTrickRead } from '../../ui/micromastery/trick-read.ts';
import { useTrickHeldBack } from '../../ui/micromastery/use-trick-held-back.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Note } from '../../ui/parts/Note.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { MicromasteryCard } from '../library/contract.ts';
import styles from './FirstTrick.module.css';
import { useBenchIds } from './use-bench-ids.ts';
import type { Within } from './use-find-draft.ts';
import { useTryOnce } from './use-try-once.ts';

const HEADINGS: Readonly<Record<Within, string>> = {
  'ten-minutes': 'If you are on in ten minutes',
  'this-week': 'To begin with this week',
  'this-year': 'To begin with',
};

type FirstTrickProps = {
  readonly card: MicromasteryCard;
  readonly within: Within;
  readonly keepNeed: (micromasteryId: string) => Promise<string | null>;
  readonly look: (micromasteryId: string) => void;
};

/** The way in of the best match, readable at once, and one press from being tried. */
export function FirstTrick({ card, within, keepNeed, look }: FirstTrickProps) {
  const { practices, isKnown } = useBenchIds();
  const practice = practices.get(card.id);
  const hasTried = (practice?.attempts ?? 0) > 0;
  const { tryIt, isBusy, fault } = useTryOnce(card, keepNeed);
  const isHeldBack = useTrickHeldBack({ micromasteryId: card.id, trick: card.entryTrick, hasTried });
  if (card.entryTrick === null) return null;
  /** To go on with the trick in sight is to have read it. */
  const noteRead = () => {
    if (!isHeldBack) noteTrickRead(card.id);
  };
  return (
    <Note className={styles.first}>
      <h2 className="h3">{HEADINGS[within]}</h2>
      <div className={styles.trick}>
        <EntryTrick micromasteryId={card.id} trick={card.entryTrick} hasTried={hasTried} />
      </div>
      <p className={`cap ${styles.from}`}>
        Entry trick from {card.title}.
        {isKnown && practice === undefined && ' Trying it puts it on your bench.'}
      </p>
      <div className="row">
        <Button
          onClick={() => {
            noteRead();
            tryIt();
          }}
          busy={isBusy}
          busyText="Opening"
        >
          Try it once now, 2 minutes
        </Button>
        <PageLink
          href={`/micromasteries/${card.id}/card`}
          onClick={() => {
            noteRead();
            look(card.id);
          }}
        >
          Print it
        </PageLink>
      </div>
      {fault !== null && <p role="alert">{fault}</p>}
    </Note>
  );
}
