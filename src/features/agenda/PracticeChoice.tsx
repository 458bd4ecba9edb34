import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './PracticeChoice.module.css';

type PracticeChoiceProps = {
  readonly practices: readonly PracticeCard[];
  readonly chosenId: string;
  readonly onChoose: (practiceId: string) => void;
};

/** Everything on the bench, one of which is worked on today. */
export function PracticeChoice({ practices, chosenId, onChoose }: PracticeChoiceProps) {
  return (
    <div className={styles.choice}>
      <ul className={styles.practices} aria-label="On your bench">
        {practices.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              className={styles.practice}
              aria-pressed={card.id === chosenId}
              onClick={() => onChoose(card.id)}
            >
              {card.title}
            </button>
          </li>
        ))}
      </ul>
      <p>
        Something new? <PageLink href="/find">Find one</PageLink>
      </p>
    </div>
  );
}
