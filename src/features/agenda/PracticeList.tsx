import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { takes } from '../../engine/picture/wording.ts';
import { pictureQuery } from '../../ui/api/queries.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import { numbersOf } from '../../ui/payoff/picture-words.ts';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './PracticeList.module.css';
import { sinceWords } from './use-practice-record.ts';

/** Pictures are asked for only for what is in sight, and are then there when the network is not. */
const SHOWN_AT_FIRST = 5;

type PracticeListProps = { readonly practices: readonly PracticeCard[]; readonly now: Date };

/** What lies on the bench, each with where it stands. */
export function PracticeList({ practices, now }: PracticeListProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? practices : practices.slice(0, SHOWN_AT_FIRST);
  const more = practices.length - shown.length;
  return (
    <section aria-labelledby="on-bench">
      <h2 id="on-bench">On the bench</h2>
      <RuledList className={styles.list}>
        {shown.map((card) => (
          <PracticeLine key={card.id} card={card} now={now} />
        ))}
      </RuledList>
      {more > 0 && (
        <Button kind="text" onClick={() => setWhole(true)}>
          {more} more on the bench
        </Button>
      )}
    </section>
  );
}

function PracticeLine({ card, now }: { readonly card: PracticeCard; readonly now: Date }) {
  const { data } = useQuery({ ...pictureQuery(card.id), enabled: card.attempts > 0 });
  const numbers = card.payoff !== null && data?.picture ? numbersOf(card, card.payoff, data.picture) : null;
  return (
    <li className={styles.line}>
      <PageLink href={`/practices/${card.id}`} className={styles.title}>
        {card.title}
      </PageLink>
      <p className={styles.numbers}>{numbers === null ? takesWords(card.attempts) : numbers}</p>
      <p className="cap">{sinceWords(card.lastAttemptAt, now)}</p>
    </li>
  );
}

function takesWords(attempts: number): string {
  if (attempts === 0) return 'Ready for the first take.';
  return takes(attempts);
}
