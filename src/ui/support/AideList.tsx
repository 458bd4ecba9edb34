import { useState } from 'react';
import { aideNextWords, aideSentence } from '../../engine/support/aide-words.ts';
import { usePracticePage } from '../api/use-kept.ts';
import type { HeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { FoldedLine } from '../parts/FoldedLine.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { AideForm } from './AideForm.tsx';
import { AideText } from './AideText.tsx';
import styles from './Support.module.css';
import { atHandWrite, dropAtHandWrite } from './support-writes.ts';
import { type Aide, useAideStanding } from './use-aides.ts';

const MOST_AIDES = 20;

type AideListProps = {
  readonly practiceId: string;
  readonly aides: readonly Aide[];
  readonly held: HeldWrite;
};

/** Cards, checklists and phrases to practise with and then without, and what both came to. */
export function AideList({ practiceId, aides, held }: AideListProps) {
  const [isAdding, setAdding] = useState(false);
  const card = usePracticePage(practiceId).value?.card;
  const ownDesignId = card?.isOwn === true ? card.micromasteryId : null;
  return (
    <section aria-labelledby="support-aides">
      <div className={styles.titled}>
        <h3 id="support-aides">Aides-memoire</h3>
        {aides.length === 0 && (
          <p className="small muted">A card, a checklist or a phrase: one press away while you practise.</p>
        )}
      </div>
      {aides.length > 0 && (
        <RuledList label="Aides-memoire" className={styles.things}>
          {aides.map((aide) => (
            <AideRow key={aide.id} aide={aide} held={held} designId={ownDesignId} />
          ))}
        </RuledList>
      )}
      {aides.length > 0 && <BothWays practiceId={practiceId} />}
      {isAdding ? (
        <AideForm
          onKeep={(aide) => {
            setAdding(false);
            const thing = { practiceId, address: null, mediaSha256: null, ...aide };
            held.hold(atHandWrite(thing, new Date()), `${aide.label} is at hand.`);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        aides.length < MOST_AIDES && (
          <Button onClick={() => setAdding(true)}>Write a card, checklist or phrase</Button>
        )
      )}
    </section>
  );
}

type AideRowProps = {
  readonly aide: Aide;
  readonly held: HeldWrite;
  /** Of a design of the learner's own, which a shortcut can become a part of. */
  readonly designId: string | null;
};

function AideRow({ aide, held, designId }: AideRowProps) {
  const { practiceId, label, form, text } = aide;
  const words = new URLSearchParams({ practice: practiceId, shortcut: text });
  return (
    <li>
      <div className={styles.offer}>
        <FoldedLine line={form === 'shortcut' ? `Shortcut: ${label}` : label}>
          <AideText aide={aide} />
          {form === 'shortcut' && designId !== null && (
            <p>
              <PageLink href={`/canvas/${designId}?${words}`}>Take it into your design</PageLink>
            </p>
          )}
        </FoldedLine>
        <Button
          kind="text"
          aria-label={`Put it aside: ${label}`}
          onClick={() => held.hold(dropAtHandWrite(aide, new Date()), `${label} is put aside.`)}
        >
          Put it aside
        </Button>
      </div>
    </li>
  );
}

/** Scores with and without, with how sure that is, and what to do about it. */
function BothWays({ practiceId }: { readonly practiceId: string }) {
  const payoffs = usePracticePage(practiceId).value?.payoffs ?? [];
  const standing = useAideStanding(practiceId, payoffs, true);
  const [payoff] = payoffs;
  if (payoff === undefined || standing === null) return null;
  if (standing.sessionsWith + standing.sessionsWithout === 0) return null;
  const next = aideNextWords(standing);
  return (
    <div className={styles.both}>
      <p className="small">{aideSentence(payoff, standing)}</p>
      {next !== null && <p className="small">{next}</p>}
    </div>
  );
}
