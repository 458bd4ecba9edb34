import { ELEMENT_ANCHORS } from '../../ui/micromastery/six-texts.ts';
import { measuredAsWords, targetSentence } from '../../ui/payoff/payoff-words.ts';
import type { Micromastery } from './contract.ts';
import styles from './SuggestedPayoff.module.css';

/** An opening suggestion, which the learner replaces with their own. */
export function SuggestedPayoff({ payoff }: { readonly payoff: Micromastery['payoff'] }) {
  return (
    <section id={ELEMENT_ANCHORS.payoff} aria-labelledby="suggested" className={styles.section}>
      <h2 id="suggested">A payoff to begin with</h2>
      {payoff === null ? (
        <p className="muted">None is suggested: you say what it pays.</p>
      ) : (
        <>
          <p className={styles.statement}>{payoff.statement}</p>
          <p className="small muted">
            {measuredAsWords(payoff)} {targetSentence(payoff)} {payoff.howMeasured}
          </p>
          {payoff.conditions.length > 0 && (
            <p className="small muted">It counts under these conditions: {payoff.conditions.join('; ')}.</p>
          )}
          {payoff.anchors !== null && (
            <dl className={styles.anchors}>
              <dt>0</dt>
              <dd>{payoff.anchors.at0}</dd>
              <dt>5</dt>
              <dd>{payoff.anchors.at5}</dd>
              <dt>10</dt>
              <dd>{payoff.anchors.at10}</dd>
            </dl>
          )}
          <p className="small muted">You set your own, and may change it at any time.</p>
        </>
      )}
    </section>
  );
}
