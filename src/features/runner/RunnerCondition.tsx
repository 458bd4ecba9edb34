import { sentenceCase } from '../../engine/sentence-case.ts';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import type { Micromastery } from '../library/contract.ts';
import styles from './Runner.module.css';
import type { RunningSession } from './running-session.ts';
import { conditionsOf } from './session-draws.ts';
import type { RunnerActions } from './use-runner.ts';

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

/** The levels of the variable that is being varied, one tap apart. */
export function RunnerLevels({ session, variables, act }: Varied & { readonly act: RunnerActions }) {
  const variable = variables.find((one) => one.name === session.level?.variable);
  if (variable === undefined || session.level === null) return null;
  return (
    <Segmented
      className={styles.levels}
      legend={sentenceCase(variable.name)}
      segments={variable.levels.map((level) => ({ value: level, label: level }))}
      value={session.level.level}
      onChoose={(level) => act.setLevel({ variable: variable.name, level })}
    />
  );
}
