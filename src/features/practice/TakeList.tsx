import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { axisLabel } from '../../engine/measure/format-value.ts';
import { attemptsQuery } from '../../ui/api/queries.ts';
import { overlayAttempts } from '../../ui/offline/overlay.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { UndoBar } from '../../ui/parts/UndoBar.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import type { Payoff, PracticeCard } from './contract.ts';
import styles from './TakeList.module.css';
import { TakeRow } from './TakeRow.tsx';
import { useTakeBack } from './use-take-back.ts';

const SHOWN_AT_FIRST = 8;
const PAGE_LENGTH = 50;

type TakeListProps = { readonly card: PracticeCard; readonly payoffs: readonly Payoff[] };

/** The takes themselves, newest first: what was said of each, and a way to take back a wrong one. */
export function TakeList({ card, payoffs }: TakeListProps) {
  // Where each page after the first begins: the last one is shown.
  const [turned, setTurned] = useState<readonly string[]>([]);
  const before = turned.at(-1) ?? null;
  const [isWhole, setWhole] = useState(false);
  const { data, error, refetch } = useQuery(attemptsQuery(card.id, before));
  const pending = usePending();
  const list = useMemo(
    () => overlayAttempts(data, card.id, before === null ? pending : []),
    [data, card.id, before, pending],
  );
  const { hiddenId, notice, takeBack, keep, carryOut, fault } = useTakeBack(card.id);
  const isKnown = data !== undefined || (error !== null && list.attempts.length > 0);
  const shown = isWhole || before !== null ? list.attempts : list.attempts.slice(0, SHOWN_AT_FIRST);
  const [inForce] = payoffs;
  const newest = card.attempts - turned.length * PAGE_LENGTH;
  return (
    <section className={styles.takes} aria-labelledby="takes">
      <h2 className="h3" id="takes">
        Takes
      </h2>
      {inForce !== undefined && list.attempts.length > 0 && (
        <p className="cap">In {axisLabel(inForce)}, newest first.</p>
      )}
      {!isKnown && error === null && (
        <Loading what="Fetching your takes" lines={SHOWN_AT_FIRST} lineHeightRem={2.75} />
      )}
      {!isKnown && error !== null && <ReadFault error={error} what="The takes" retry={refetch} />}
      {isKnown && list.attempts.length === 0 && (
        <p className="muted">None yet. The first one is only a look.</p>
      )}
      <ol className={styles.list}>
        {shown.map((attempt, index) =>
          attempt.id === hiddenId ? null : (
            <TakeRow
              key={attempt.id}
              attempt={attempt}
              number={newest - index}
              payoff={payoffs.find((payoff) => payoff.id === attempt.payoffId) ?? inForce}
              inForce={inForce}
              onTakeBack={() => takeBack(attempt.id, newest - index)}
            />
          ),
        )}
      </ol>
      <div className="row">
        {shown.length < list.attempts.length && (
          <Button onClick={() => setWhole(true)}>Show {list.attempts.length - shown.length} more</Button>
        )}
        {turned.length > 0 && <Button onClick={() => setTurned(turned.slice(0, -1))}>Later takes</Button>}
        {list.next !== null && shown.length === list.attempts.length && (
          <Button onClick={() => list.next !== null && setTurned([...turned, list.next])}>
            Earlier takes
          </Button>
        )}
      </div>
      {fault !== null && <p role="alert">{fault}</p>}
      <UndoBar notice={notice} onUndo={keep} onDone={carryOut} />
    </section>
  );
}
