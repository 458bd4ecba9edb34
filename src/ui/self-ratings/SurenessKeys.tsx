import styles from './Sureness.module.css';
import { SURENESS_KEYS } from './sureness-words.ts';

type SurenessKeysProps = {
  readonly question: string;
  readonly sure: number | null;
  readonly onSure: (sure: number) => void;
};

/** Five answers in a row, each a chance in words and figures. Buttons, since one tap says it: an arrow key would say the next one too. */
export function SurenessKeys({ question, sure, onSure }: SurenessKeysProps) {
  return (
    <fieldset className={styles.ask}>
      <legend>{question}</legend>
      <div className={styles.keys}>
        {SURENESS_KEYS.map((key) => (
          <button
            key={key.sure}
            type="button"
            className={styles.key}
            aria-pressed={key.sure === sure}
            onClick={() => onSure(key.sure)}
          >
            <strong>{key.word}</strong> <span>{key.chance}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
