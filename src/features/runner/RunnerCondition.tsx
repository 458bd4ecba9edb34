import type { Micromastery } from '../library/contract.ts';
import styles from './Runner.module.css';
import type { RunningSession } from './running-session.ts';
import { conditionsOf } from './session-draws.ts';

export type Varied = {
  readonly session: RunningSession;
  /** What the design says can be varied. */
  readonly variables: Micromastery['experiments'];
};

/** What is varied in this take, as the learner chose it; a tap changes it. */
export function RunnerConditionLine({
  session,
  variables,
  onOpen,
}: Varied & { readonly onOpen: () => void }) {
  const held = Object.values(conditionsOf(session)).join(', ');
  if (session.work === 'play' || (variables.length === 0 && held === '')) return null;
  return (
    <p className={styles.condition}>
      <button type="button" onClick={onOpen} aria-haspopup="dialog">
        This take: <b>{held || 'as usual'}</b>
      </button>
    </p>
  );
}
