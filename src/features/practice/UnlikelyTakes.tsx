import { formatTick } from '../../engine/measure/format-value.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { factOf } from '../../ui/offline/fact.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Note } from '../../ui/parts/Note.tsx';
import { unlikelySentence } from '../../ui/payoff/outlook-words.ts';
import type { Payload } from '../../ui/payoff/picture-words.ts';
import type { Payoff } from './contract.ts';
import styles from './UnlikelyTakes.module.css';
import { useMending } from './use-mending.ts';
import type { TakeBack } from './use-take-back.ts';

type UnlikelyTakesProps = {
  readonly payoff: Payoff;
  readonly unlikely: NonNullable<Payload['unlikely']>;
  readonly taking: TakeBack;
};

/** What may be a slip of the finger is shown, and left to the learner: one press, however far back in the list it lies. */
export function UnlikelyTakes({ payoff, unlikely, taking }: UnlikelyTakesProps) {
  const pending = usePending();
  const { mend, fault } = useMending(payoff.practiceId, payoff, taking);
  const gone = new Set([taking.hiddenId, ...pending.map(takenBackBy)]);
  const asked = unlikely.filter(({ id }) => id === undefined || !gone.has(id));
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="unlikely">
      <Note className={styles.slips}>
        <h2 className="h3" id="unlikely">
          Was this a slip?
        </h2>
        <ul>
          {asked.map(({ id, perhaps, ...take }) => (
            <li key={take.number}>
              <p>{unlikelySentence(payoff, { ...take, perhaps })}</p>
              {id !== undefined && (
                <div className="row">
                  {perhaps !== null && (
                    <Button onClick={() => void mend({ id, number: take.number, value: perhaps })}>
                      Mend it to {formatTick(payoff, perhaps)}
                      <span className="vh"> (take {countFigures(take.number)})</span>
                    </Button>
                  )}
                  <Button kind="text" onClick={() => taking.takeBack(id, take.number)}>
                    Take it back<span className="vh"> (take {countFigures(take.number)})</span>
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
        {fault !== null && <p role="alert">{fault}</p>}
        <p className="cap">Each counts as it stands, until you say otherwise.</p>
      </Note>
    </section>
  );
}

/** The take that a write which is still on this device takes back. */
function takenBackBy(write: Parameters<typeof factOf>[0]): string | null {
  const fact = factOf(write);
  return fact?.kind === 'retraction' ? fact.body.attemptId : null;
}
