import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { EmptyState } from '../../ui/parts/EmptyState.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { SampleLink } from '../../ui/shell/SampleLink.tsx';
import { BenchNeeds } from './BenchNeeds.tsx';
import styles from './BenchScreen.module.css';

/** Two ways to begin, and what is kept already. */
export function EmptyBench() {
  return (
    <div className={styles.empty}>
      <EmptyState
        title="Nothing on the bench yet"
        action={
          <ButtonLink kind="hot" href="/find">
            Find one
          </ButtonLink>
        }
      >
        Start with one small thing you want to do well. Say what you need, and see what would help.
      </EmptyState>
      <p className="muted">
        Nothing there fits? <PageLink href="/canvas/new">Design one of your own</PageLink>. You have records
        of practice already? <PageLink href="/import">Bring them in</PageLink> and see where you stand.
      </p>
      <SampleLink />
      <BenchNeeds />
    </div>
  );
}
