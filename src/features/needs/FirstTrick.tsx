import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiRefusal } from '../../ui/api/api-client.ts';
import { benchQuery, libraryQuery, micromasteryQuery } from '../../ui/api/queries.ts';
import { beginPractice } from '../../ui/micromastery/begin-practice.ts';
import { EntryTrick } from '../../ui/micromastery/EntryTrick.tsx';
import { record } from '../../ui/offline/record.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Note } from '../../ui/parts/Note.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { goTo } from '../../ui/shell/navigation.ts';

import type { MicromasteryCard } from '../library/contract.ts';
import styles from './FirstTrick.module.css';
import { useBenchIds } from './use-bench-ids.ts';
import type { Within } from './use-find-draft.ts';

const HEADINGS: Readonly<Record<Within, string>> = {
  'ten-minutes': 'If you are on in ten minutes',
  'this-week': 'To begin with this week',
  'this-year': 'To begin with',
};
/** A take longer than this does not go into two minutes; the floor version does. */
const SHORT_MINUTES = 2;

type FirstTrickProps = {
  readonly card: MicromasteryCard;
  readonly within: Within;
  readonly keepNeed: (micromasteryId: string) => Promise<string | null>;
  readonly look: (micromasteryId: string) => void;
};

/** The way in of the best match, readable at once, and one press from being tried. */
export function FirstTrick({ card, within, keepNeed, look }: FirstTrickProps) {
  const practices = useBenchIds();
  const practice = practices.get(card.id);
  const { tryIt, isBusy, fault } = useTryOnce(card, keepNeed, practice?.id);
  if (card.entryTrick === null) return null;
  return (
    <Note className={styles.first}>
      <h2 className="h3">{HEADINGS[within]}</h2>
      <div className={styles.trick}>
        <EntryTrick
          micromasteryId={card.id}
          trick={card.entryTrick}
          hasTried={(practice?.attempts ?? 0) > 0}
        />
      </div>
      <p className={`cap ${styles.from}`}>
        Entry trick from {card.title}.{practice === undefined && ' Trying it puts it on your bench.'}
      </p>
      <div className="row">
        <Button onClick={tryIt} busy={isBusy} busyText="Opening">
          Try it once now, 2 minutes
        </Button>
        <PageLink href={`/micromasteries/${card.id}/card`} onClick={() => look(card.id)}>
          Print it
        </PageLink>
      </div>
      {fault !== null && <p role="alert">{fault}</p>}
    </Note>
  );
}

/** Puts it on the bench without a payoff, where it is not there yet, and goes straight to the first take. */
function useTryOnce(
  card: MicromasteryCard,
  keepNeed: FirstTrickProps['keepNeed'],
  practiceId: string | undefined,
) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isLong = (card.attemptMinutes ?? 0) > SHORT_MINUTES;

  async function begin(): Promise<string> {
    const needId = await keepNeed(card.id);
    if (practiceId !== undefined) return practiceId;
    const library = queries.getQueryData(libraryQuery.queryKey);
    const design =
      library?.micromasteries.find((known) => known.id === card.id) ??
      (await queries.ensureQueryData(micromasteryQuery(card.id)));
    const beginning = beginPractice({ design, needId, payoff: null, now: new Date() });
    await record(beginning.writes);
    await queries.invalidateQueries(benchQuery);
    return beginning.practiceId;
  }

  function tryIt() {
    setBusy(true);
    setFault(null);
    begin().then(
      (id) => void goTo(`/practices/${id}/run?${isLong ? 'floor=1' : 'minutes=2'}`),
      (error: unknown) => {
        setBusy(false);
        setFault(faultWords(error));
      },
    );
  }
  return { tryIt, isBusy, fault };
}

function faultWords(error: unknown): string {
  if (error instanceof ApiRefusal) return error.problem.title;
  return error instanceof Error ? error.message : 'It could not be put on the bench.';
}
