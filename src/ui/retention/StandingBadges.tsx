import type { PracticeCard } from '../../features/practice/contract.ts';
import { unsentOf } from '../offline/unsent-takes.ts';
import { usePending } from '../offline/use-pending.ts';
import { Chip } from '../parts/Chip.tsx';
import styles from './Retention.module.css';
import { holdsWords, reachedWords } from './standing-words.ts';

type StandingBadgesProps = {
  readonly card: Pick<PracticeCard, 'id' | 'attempts' | 'payoff' | 'standing'>;
  readonly now: number;
};

/** Two things that are not the same: that the target was reached, and that it holds today. */
export function StandingBadges({ card: { id, attempts, payoff, standing }, now }: StandingBadgesProps) {
  const isBehind = useIsBehind(id);
  if (payoff === null || standing === undefined || attempts === 0) return null;
  const reached = reachedWords(payoff, standing);
  const holds = holdsWords(payoff, standing, { now, isBehind });
  if (reached === null && holds === null) return null;
  return (
    <p className={styles.badges}>
      {reached !== null && (
        <Chip tone={standing.reachedAt == null ? 'plain' : 'cool'} className={styles.badge}>
          {reached}
        </Chip>
      )}{' '}
      {holds !== null && <Chip className={styles.badge}>{holds}</Chip>}
    </p>
  );
}

/** Whether takes of it are on their way that home has not heard of. */
export function useIsBehind(practiceId: string): boolean {
  const { attempts, retracted } = unsentOf(usePending(), practiceId);
  return attempts.some(({ id }) => !retracted.has(id));
}
