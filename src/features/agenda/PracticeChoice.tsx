import { lookBackMinutes, versionFor } from '../../engine/agenda/fit.ts';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './PracticeChoice.module.css';

type PracticeChoiceProps = {
  readonly practices: readonly PracticeCard[];
  /** What a plan of so many minutes could not take in is not offered for it; null: anything is the learner’s to choose. */
  readonly fittingMinutes: number | null;
  readonly chosenId: string;
  readonly onChoose: (practiceId: string) => void;
};

/** Everything on the bench, one of which is worked on today. */
export function PracticeChoice({ practices, fittingMinutes, chosenId, onChoose }: PracticeChoiceProps) {
  const offered = fittingMinutes === null ? practices : practices.filter(fitting(fittingMinutes));
  return (
    <div className={styles.choice}>
      <ul className={styles.practices} aria-label="On your bench">
        {offered.map((card) => (
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

function fitting(minutes: number) {
  const workMinutes = minutes - lookBackMinutes(minutes);
  return ({ attemptMinutes, floor }: PracticeCard) =>
    versionFor({ attemptMinutes, hasFloor: floor !== null }, workMinutes) !== null;
}
