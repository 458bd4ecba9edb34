import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { ErrorState } from '../../ui/parts/ErrorState.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './Runner.module.css';

type RunnerInsteadProps = {
  readonly card: Pick<PracticeCard, 'id' | 'title'>;
  /** From the other tab; null where there is none, and nothing to count. */
  readonly onTakeOver: (() => void) | null;
};

/** Why a session cannot be here. */
export function RunnerInstead({ card, onTakeOver }: RunnerInsteadProps) {
  if (onTakeOver === null) return <NoPayoff practiceId={card.id} />;
  return <Elsewhere title={card.title} onTakeOver={onTakeOver} />;
}

/** One session runs in one tab. */
function Elsewhere({ title, onTakeOver }: { readonly title: string; readonly onTakeOver: () => void }) {
  return (
    <section>
      <h2>{title} is open in another tab</h2>
      <p>One session runs in one place. What you did there is safe, and this tab can go on from it.</p>
      <p className={styles.action}>
        <Button kind="hot" onClick={onTakeOver}>
          Go on here
        </Button>
      </p>
    </section>
  );
}

function NoPayoff({ practiceId }: { readonly practiceId: string }) {
  const toPage = (
    <ButtonLink kind="hot" href={`/practices/${practiceId}`}>
      Set a payoff
    </ButtonLink>
  );
  return (
    <ErrorState title="Nothing to count yet" actions={toPage}>
      Say first what you count or rate, and every take can be logged. Nothing is lost.
    </ErrorState>
  );
}
