import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { ErrorState } from '../../ui/parts/ErrorState.tsx';
import styles from './Runner.module.css';

/** One session runs in one tab. */
export function Elsewhere({
  title,
  onTakeOver,
}: {
  readonly title: string;
  readonly onTakeOver: () => void;
}) {
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

export function NoPayoff({ practiceId }: { readonly practiceId: string }) {
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
