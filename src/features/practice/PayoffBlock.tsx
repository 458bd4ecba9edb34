import { lazy, Suspense, useEffect, useRef } from 'react';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { formatDate } from '../../ui/format-day.ts';
import { payoffWithoutTarget } from '../../ui/micromastery/begin-practice.ts';
import { FoldedLine } from '../../ui/parts/FoldedLine.tsx';
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
  const [payoff, ...others] = payoffs;
  const earlier = others.filter(({ part }) => part == null);
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
      {(!isEditing || earlier.length > 0) && <Counted payoff={payoff} earlier={earlier} />}
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
  const now = picture === null ? null : nowWords(payoff, picture, 'once');
  return (
    <>
      <p className={styles.statement}>{payoff.statement}</p>
      <p className={`small muted ${styles.measured}`}>
        {measuredAsWords(payoff)} {targetSentence(payoff)}
        {now !== null && (
          <>
            {' '}
            Now {picture?.share == null && 'about '}
            <b>{now.about}</b> ({now.sure}).
          </>
        )}
      </p>
    </>
  );
}

type CountedProps = { readonly payoff: Payoff | undefined; readonly earlier: readonly Payoff[] };

/** How each take is counted; and every payoff that was in force before stays readable. */
function Counted({ payoff, earlier }: CountedProps) {
  const { howMeasured = null, anchors = null } = payoff ?? {};
  const isCounted = howMeasured !== null || anchors !== null;
  if (!isCounted && earlier.length === 0) return null;
  const before =
    earlier.length === 1 ? 'the payoff before this one' : `the ${earlier.length} payoffs before this one`;
  const line = [...(isCounted ? ['how it is counted'] : []), ...(earlier.length > 0 ? [before] : [])];
  return (
    <FoldedLine line={sentenceCase(line.join(', and '))}>
      {howMeasured !== null && <p>{howMeasured}</p>}
      {anchors !== null && (
        <dl className={styles.anchors}>
          <dt>0</dt>
          <dd>{anchors.at0}</dd>
          <dt>5</dt>
          <dd>{anchors.at5}</dd>
          <dt>10</dt>
          <dd>{anchors.at10}</dd>
        </dl>
      )}
      {earlier.length > 0 && (
        <ul className="ruled" aria-label={sentenceCase(before)}>
          {earlier.map((one) => (
            <li key={one.id}>
              <p className={styles.earlier}>{one.statement}</p>
              <p className="cap">
                Set {formatDate(Date.parse(one.setAt))}. {measuredAsWords(one)} {targetSentence(one)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </FoldedLine>
  );
}
