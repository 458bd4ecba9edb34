import { outlookSentences } from '../../ui/payoff/outlook-words.ts';
import type { Payload } from '../../ui/payoff/picture-words.ts';
import type { Payoff } from './contract.ts';
import styles from './PictureBlock.module.css';

type OutlookBlockProps = { readonly payoff: Payoff; readonly picture: Payload };

/** Where the takes are heading, in words that degrade to "too early to say". */
export function OutlookBlock({ payoff, picture }: OutlookBlockProps) {
  const { outlook, drawn } = picture;
  const last = drawn.kind === 'points' ? drawn.points.at(-1)?.at : drawn.bins.at(-1)?.lastAt;
  if (outlook === undefined || last === undefined) return null;
  return (
    <section className={styles.words} aria-labelledby="what-comes">
      <h2 className="h3" id="what-comes">
        What comes next
      </h2>
      <ul className={styles.sentences}>
        {outlookSentences(payoff, outlook, last).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {outlook.kind === 'outlook' && (
        <p className="cap">
          If practice goes on as it has. It knows only your takes, and is redrawn with each.
        </p>
      )}
    </section>
  );
}
