import { useState } from 'react';
import { axisLabel } from '../../engine/measure/format-value.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Fold } from '../../ui/parts/Fold.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import type { Payoff, PracticeCard } from './contract.ts';
import styles from './TakeList.module.css';
import { TakeRow } from './TakeRow.tsx';
import type { TakeBack } from './use-take-back.ts';
import { useTakePages } from './use-take-pages.ts';

const SHOWN_AT_FIRST = 4;

type TakeListProps = {
  readonly card: PracticeCard;
  readonly payoffs: readonly Payoff[];
  readonly taking: TakeBack;
};

/** The takes themselves, newest first: what was said of each, and a way to take back a wrong one. */
export function TakeList({ card, payoffs, taking }: TakeListProps) {
  const [isWhole, setWhole] = useState(false);
  const { attempts, isKnown, error, retry, isFirst, newest, later, earlier } = useTakePages(card);
  const { hiddenId, mendedTo, takeBack, carryOut } = taking;
  const shown = isWhole || !isFirst ? attempts : attempts.slice(0, SHOWN_AT_FIRST);
  const [inForce] = payoffs;
  return (
    <Fold id="takes" title="Takes" gist={countFigures(card.attempts)}>
      {inForce !== undefined && attempts.length > 0 && (
        <p className="cap">In {axisLabel(inForce)}, newest first.</p>
      )}
      {!isKnown && error === null && (
        <Loading what="Fetching your takes" lines={SHOWN_AT_FIRST} lineHeightRem={2.75} />
      )}
      {!isKnown && error !== null && <ReadFault error={error} what="The takes" retry={retry} />}
      <ol className={styles.list}>
        {shown.map((attempt, index) =>
          attempt.id === hiddenId && mendedTo === null ? null : (
            <TakeRow
              key={attempt.id}
              attempt={attempt.id === hiddenId ? { ...attempt, value: mendedTo } : attempt}
              number={newest - index}
              payoff={payoffs.find((payoff) => payoff.id === attempt.payoffId) ?? inForce}
              inForce={inForce}
              onTakeBack={() => takeBack(attempt.id, newest - index)}
            />
          ),
        )}
      </ol>
      <div className="row">
        {shown.length < attempts.length && (
          <Button kind="text" onClick={() => setWhole(true)}>
            Show {attempts.length - shown.length} more
          </Button>
        )}
        {later !== null && <Button onClick={later}>Later takes</Button>}
        {earlier !== null && shown.length === attempts.length && (
          <Button
            onClick={() => {
              carryOut();
              earlier(hiddenId);
            }}
          >
            Earlier takes
          </Button>
        )}
      </div>
    </Fold>
  );
}
