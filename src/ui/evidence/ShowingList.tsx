import { formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import type { Showing } from '../../features/evidence/contract.ts';
import { formatDate } from '../format-day.ts';
import { factOf } from '../offline/fact.ts';
import type { Write } from '../offline/pending-write.ts';
import type { HeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { useFirstFew } from '../parts/use-first-few.ts';
import { MoreOf } from './MoreOf.tsx';
import styles from './ShowingList.module.css';
import { useShowings } from './use-showings.ts';

const SHOWN_AT_FIRST = 2;

type ShowingListProps = { readonly practiceId: string; readonly held: HeldWrite };

/** When it was shown to others, newest first: to how many, what was scored there, and one thing that was said. */
export function ShowingList({ practiceId, held: { hold, writes } }: ShowingListProps) {
  const { showings: all, isKnown, readings, payoff, further } = useShowings(practiceId);
  const [held] = writes.map(factOf);
  const showings = all.filter(({ id }) => held?.kind !== 'showing-removal' || id !== held.id);
  const { shown, rest, showAll } = useFirstFew(showings, SHOWN_AT_FIRST);
  if (!isKnown) return null;
  return (
    <>
      {showings.length === 0 ? (
        <p className="small muted">
          <b>Showings</b>: none yet. One is a session before others, chosen in the runner.
        </p>
      ) : (
        <>
          <h3 id="showings" className={styles.heading}>
            Showings
          </h3>
          <p className="cap">
            Outer payoffs: what came of it among others. Their takes count towards your target, and are drawn
            apart from whole runs.
          </p>
          <RuledList label="Showings, newest first">
            {shown.map((showing) => (
              <ShowingRow
                key={showing.id}
                showing={showing}
                values={showing.sessionId === null ? [] : (readings.get(showing.sessionId) ?? [])}
                measure={payoff}
                onTakeBack={() =>
                  hold(
                    removalOf(showing.id, practiceId, new Date()),
                    `${audienceWords(showing)} is taken back.`,
                  )
                }
              />
            ))}
          </RuledList>
          {rest > 0 ? (
            <Button kind="text" onClick={showAll}>
              Show {rest} more showings
            </Button>
          ) : (
            <MoreOf what="showings" further={further} />
          )}
        </>
      )}
    </>
  );
}

type ShowingRowProps = {
  readonly showing: Showing;
  /** Of its takes. */
  readonly values: readonly number[];
  readonly measure: Measure | undefined;
  readonly onTakeBack: () => void;
};

function ShowingRow({ showing, values, measure, onTakeBack }: ShowingRowProps) {
  const { heldDay, occasion, quote, quotedFrom } = showing;
  return (
    <li className={styles.row}>
      <p className={styles.head}>
        <b>{audienceWords(showing)}</b>
        <span>
          <time dateTime={heldDay}>{formatDate(Date.parse(`${heldDay}T12:00:00`))}</time>
          {occasion !== null && (
            <>
              , <span dir="auto">{occasion}</span>
            </>
          )}
        </span>
        {measure !== undefined && values.length > 0 && (
          <span className={styles.value}>
            {values.map((value) => formatValue(measure, value)).join(', ')}
          </span>
        )}
      </p>
      {quote !== null && (
        <blockquote className={styles.quote}>
          <p dir="auto">“{quote}”</p>
          {quotedFrom !== null && (
            <footer className="small muted" dir="auto">
              {quotedFrom}
            </footer>
          )}
        </blockquote>
      )}
      <p>
        <Button kind="text" aria-label={`Take it back: ${audienceWords(showing)}`} onClick={onTakeBack}>
          Take it back
        </Button>
      </p>
    </li>
  );
}

/** "To 40 people" */
function audienceWords({ audience }: Showing): string {
  return audience === 1 ? 'To 1 person' : `To ${countFigures(audience)} people`;
}

/** The takes of its session stay: they were made. */
function removalOf(showingId: string, practiceId: string, now: Date): Write {
  return { path: `/api/showings/${showingId}/removal`, body: { removedAt: now.toISOString() }, practiceId };
}
