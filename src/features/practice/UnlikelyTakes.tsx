import { countFigures } from '../../engine/picture/count-words.ts';
import { factOf } from '../../ui/offline/fact.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { unlikelySentence } from '../../ui/payoff/outlook-words.ts';
import type { DrawnProps } from './DrawnPicture.tsx';
import styles from './PictureBlock.module.css';
import type { TakeBack } from './use-take-back.ts';

type UnlikelyTakesProps = DrawnProps & { readonly taking: TakeBack };

/** What may be a slip of the finger is shown, and left to the learner: one press, however far back in the list it lies. */
export function UnlikelyTakes({ payoff, picture, taking }: UnlikelyTakesProps) {
  const pending = usePending();
  const gone = new Set([taking.hiddenId, ...pending.map(takenBackBy)]);
  const asked = (picture.unlikely ?? []).filter(({ id }) => id === undefined || !gone.has(id));
  if (asked.length === 0) return null;
  return (
    <section className={styles.words} aria-labelledby="unlikely">
      <h2 className="h3" id="unlikely">
        Was this a slip?
      </h2>
      <ul className={styles.sentences}>
        {asked.map(({ id, ...take }) => (
          <li key={take.number}>
            <p>{unlikelySentence(payoff, take)}</p>
            {id !== undefined && (
              <Button kind="text" onClick={() => taking.takeBack(id, take.number)}>
                Take it back<span className="vh"> (take {countFigures(take.number)})</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="cap">Each counts as it stands, until you take it back.</p>
    </section>
  );
}

/** The take that a write which is still on this device takes back. */
function takenBackBy(write: Parameters<typeof factOf>[0]): string | null {
  const fact = factOf(write);
  return fact?.kind === 'retraction' ? fact.body.attemptId : null;
}
