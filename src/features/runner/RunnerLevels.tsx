import { sentenceCase } from '../../engine/sentence-case.ts';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import styles from './Runner.module.css';
import type { Varied } from './RunnerCondition.tsx';
import type { RunnerActions } from './use-runner.ts';

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
