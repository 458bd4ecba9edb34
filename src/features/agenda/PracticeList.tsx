import { lazy, Suspense, useState } from 'react';
import { sinceWords } from '../../ui/agenda/since-words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import type { Place } from './contract.ts';
import styles from './PracticeList.module.css';

/** What puts a picture into words comes with the first take. */
const PracticeNumbers = lazy(async () => ({
  default: (await import('./PracticeNumbers.tsx')).PracticeNumbers,
}));

/** Pictures are asked for only for what is in sight, and are then there when the network is not. */
const SHOWN_AT_FIRST = 5;

type PracticeListProps = {
  readonly practices: readonly PracticeCard[];
  readonly places: ReadonlyMap<string, Place>;
  readonly now: Date;
};

/** What is in flight, each with where it stands; and the parking lot, which keeps everything. */
export function PracticeList({ practices, places, now }: PracticeListProps) {
  const standing = (wanted: Place) => practices.filter(({ id }) => places.get(id) === wanted);
  const [focus, alive, parked] = [standing('focus'), standing('keep-alive'), standing('parked')];
  return (
    <section aria-labelledby="on-bench">
      <h2 id="on-bench">On the bench</h2>
      <PracticeGroup title="In focus" cards={focus} now={now} />
      <PracticeGroup title="Kept alive" cards={alive} now={now} />
      <Parked cards={parked} now={now} />
      <p className="small">
        <PageLink href="/canvas/new">Design one of your own</PageLink>
      </p>
    </section>
  );
}

type GroupProps = { readonly cards: readonly PracticeCard[]; readonly now: Date };

function PracticeGroup({ title, cards, now }: GroupProps & { readonly title: string }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? cards : cards.slice(0, SHOWN_AT_FIRST);
  const more = cards.length - shown.length;
  if (cards.length === 0) return null;
  return (
    <>
      <h3 className={styles.group}>{title}</h3>
      <RuledList className={styles.list}>
        {shown.map((card) => (
          <PracticeLine key={card.id} card={card} now={now} />
        ))}
      </RuledList>
      {more > 0 && (
        <Button kind="text" onClick={() => setWhole(true)}>
          {more} more
        </Button>
      )}
    </>
  );
}

function Parked({ cards, now }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  if (cards.length === 0) return null;
  return (
    <>
      <p className={styles.group}>
        <Button kind="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {cards.length === 1 ? 'One is parked' : `${cards.length} are parked`}
        </Button>
      </p>
      {isOpen && (
        <RuledList className={styles.list}>
          {cards.map((card) => (
            <PracticeLine key={card.id} card={card} now={now} />
          ))}
        </RuledList>
      )}
    </>
  );
}

function PracticeLine({ card, now }: { readonly card: PracticeCard; readonly now: Date }) {
  const since = sinceWords(card.lastAttemptAt, now);
  const withoutTakes = (
    <>
      <p className={styles.numbers}>{card.attempts === 0 ? 'Ready for the first take.' : '\u00a0'}</p>
      <p className="cap">{since}</p>
    </>
  );
  return (
    <li className={styles.line}>
      <PageLink href={`/practices/${card.id}`} className={styles.title}>
        {card.title}
      </PageLink>
      {card.attempts === 0 ? (
        withoutTakes
      ) : (
        <Suspense fallback={withoutTakes}>
          <PracticeNumbers card={card} since={since} now={now} />
        </Suspense>
      )}
    </li>
  );
}
