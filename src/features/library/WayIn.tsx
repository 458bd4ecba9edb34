import { AnswerFormats } from '../../ui/micromastery/AnswerFormats.tsx';
import { EntryTrick } from '../../ui/micromastery/EntryTrick.tsx';
import { Paragraphs } from '../../ui/micromastery/Paragraphs.tsx';
import { ELEMENT_ANCHORS } from '../../ui/micromastery/six-texts.ts';
import { Note } from '../../ui/parts/Note.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { Micromastery } from './contract.ts';
import { SuggestedPayoff } from './SuggestedPayoff.tsx';
import styles from './WayIn.module.css';

/** What to know before the first try: what it is, what to mind, and the trick that gets one in. */
export function WayIn({ design, hasTried }: { readonly design: Micromastery; readonly hasTried: boolean }) {
  const { entryTrick, safety } = design;
  return (
    <div className={styles.side}>
      <div className={styles.summary}>
        <Paragraphs text={design.summary} />
      </div>
      {safety !== null && (
        <Note className={styles.safety} role="note" aria-label="Safety">
          <h2 className="h3">Before you begin</h2>
          <Paragraphs text={safety} />
        </Note>
      )}
      <section id={ELEMENT_ANCHORS.trick} aria-labelledby="trick" className={styles.section}>
        <h2 id="trick">The way in</h2>
        {entryTrick === null ? (
          <p className="muted">No entry trick is written yet.</p>
        ) : (
          <EntryTrick
            micromasteryId={design.id}
            trick={entryTrick}
            hasTried={hasTried}
            inForms={(text) => <AnswerFormats design={design}>{text}</AnswerFormats>}
          >
            {entryTrick.limit !== null && (
              <div>
                <h3>What it hides, and when to drop it</h3>
                <Paragraphs text={entryTrick.limit} className="small muted" />
              </div>
            )}
            <p className="small">
              <PageLink href={`/micromasteries/${design.id}/card`}>Print it as a card</PageLink>
            </p>
          </EntryTrick>
        )}
      </section>
      <SuggestedPayoff payoff={design.payoff} />
    </div>
  );
}
