import { useRef, useState } from 'react';
import { saysDistress } from '../../engine/distress/distress-words.ts';
import { Help } from '../../ui/parts/HelpInDistress.tsx';
import { goTo } from '../../ui/shell/navigation.ts';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { FindForm } from './FindForm.tsx';
import styles from './FindScreen.module.css';
import { FirstTrick } from './FirstTrick.tsx';
import { Hits } from './Hits.tsx';
import { needText, useFindDraft } from './use-find-draft.ts';
import { useKeepNeed } from './use-keep-need.ts';
import { useSearch } from './use-search.ts';

/** The two opening questions, and what would help, while the person types. */
export default function FindScreen() {
  const [draft, change] = useFindDraft();
  const keepNeed = useKeepNeed(draft, change);
  const need = needText(draft);
  const found = useSearch(need);
  const [field, setField] = useState<string | null>(null);
  const hits = useRef<HTMLElement>(null);
  // What only lies near is no answer, and nothing of it is offered as one.
  const best = found.cards?.find(({ isBeside }) => isBeside !== true);
  /** Then help stands where answers would. */
  const isHeavy = [draft.gap, draft.next].some(saysDistress);

  /** Looking at one keeps the need that it answers; the link goes on by itself. */
  const look = (micromasteryId: string) => {
    keepNeed(micromasteryId).catch(() => {
      // The queue says by itself what could not be kept.
    });
  };

  /** The need is kept first: what is designed is found for it. */
  const design = async () => {
    const needId = await keepNeed(null).catch(() => null);
    const asked = new URLSearchParams({ need, ...(needId !== null && { needId }) });
    goTo(`/canvas/new?${asked}`);
  };

  return (
    <div className={`grid ${styles.find}`}>
      <FindForm
        draft={draft}
        onChange={(part) => {
          setField(null);
          change(part);
        }}
        onKeep={() => keepNeed(null)}
        matched={found.cards ?? []}
        goToHits={() => hits.current?.querySelector<HTMLElement>('[data-hit]')?.focus()}
      />
      <section ref={hits} className={styles.hits} aria-labelledby="hits">
        {isHeavy && <Help />}
        {!isHeavy && best?.entryTrick && (
          <FirstTrick key={best.id} card={best} within={draft.within} keepNeed={keepNeed} look={look} />
        )}
        {isHeavy ? null : found.error !== null ? (
          <ReadFault error={found.error} what="The library" retry={found.retry} />
        ) : (
          <Hits
            need={need}
            found={found}
            field={field}
            onField={setField}
            onLook={look}
            onDesign={() => void design()}
          />
        )}
      </section>
    </div>
  );
}
