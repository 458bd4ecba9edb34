import { lazy, Suspense, useEffect, useRef } from 'react';
import { formatDate } from '../../ui/format-day.ts';
import { payoffWithoutTarget } from '../../ui/micromastery/begin-practice.ts';
import { Loading } from '../../ui/parts/Loading.tsx';
import { measuredAsWords, targetSentence } from '../../ui/payoff/payoff-words.ts';
import { nowWords, type Payload } from '../../ui/payoff/picture-words.ts';
import type { Micromastery } from '../library/contract.ts';
import type { Payoff } from './contract.ts';
import styles from './PayoffBlock.module.css';

/** Only who edits needs it. */
const PayoffEdit = lazy(async () => ({ default: (await import('./PayoffEdit.tsx')).PayoffEdit }));

type PayoffBlockProps = {
  readonly practiceId: string;
  /** Newest first; the first is in force. */
  readonly payoffs: readonly Payoff[];
  readonly picture: Payload | null;
  readonly isEditing: boolean;
  readonly onEditing: (isEditing: boolean) => void;
  readonly design: Micromastery;
};

/** What it pays, in the learner's words, and where that stands. */
export function PayoffBlock({
  practiceId,
  payoffs,
  picture,
  isEditing,
  onEditing,
  design,
}: PayoffBlockProps) {
  const [payoff, ...earlier] = payoffs;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) heading.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return (
    <section className={styles.payoff} aria-labelledby="payoff">
      <h2 className="h3" id="payoff" ref={heading} tabIndex={-1}>
        Your payoff
      </h2>
      {isEditing ? (
        <Suspense fallback={<Loading what="Fetching the form" lines={6} />}>
          <PayoffEdit
            practiceId={practiceId}
            first={payoff ?? payoffWithoutTarget(design)}
            takes={picture?.n ?? 0}
            onDone={() => onEditing(false)}
          />
        </Suspense>
      ) : (
        <Standing payoff={payoff} picture={picture} />
      )}
      {earlier.length > 0 && <History payoffs={earlier} />}
    </section>
  );
}

function Standing({
  payoff,
  picture,
}: {
  readonly payoff: Payoff | undefined;
  readonly picture: Payload | null;
}) {
  if (payoff === undefined)
    return <p className="muted">None is set yet. Say what it pays you, and takes can be counted.</p>;
  const now = picture === null ? null : nowWords(payoff, picture);
  return (
    <>
      <p className={styles.statement}>{payoff.statement}</p>
      <p className={`small muted ${styles.measured}`}>
        {measuredAsWords(payoff)} {payoff.howMeasured}
      </p>
      <p className={`small muted ${styles.measured}`}>
        {targetSentence(payoff)}
        {now !== null && (
          <>
            {' '}
            Now {picture?.share == null && 'about '}
            <b>{now.about}</b> ({now.sure}).
          </>
        )}
      </p>
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
    </>
  );
}

/** Every payoff that was in force before stays readable. */
function History({ payoffs }: { readonly payoffs: readonly Payoff[] }) {
  return (
    <details className={styles.history}>
      <summary>
        {payoffs.length === 1
          ? 'The payoff before this one'
          : `The ${payoffs.length} payoffs before this one`}
      </summary>
      <ul className="ruled">
        {payoffs.map((payoff) => (
          <li key={payoff.id}>
            <p className={styles.earlier}>{payoff.statement}</p>
            <p className="cap">
              Set {formatDate(Date.parse(payoff.setAt))}. {measuredAsWords(payoff)} {targetSentence(payoff)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
