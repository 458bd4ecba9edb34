import { sentenceCase } from '../../engine/sentence-case.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import styles from './Runner.module.css';
import type { Varied } from './RunnerCondition.tsx';
import type { RunnerActions } from './use-runner.ts';

type ConditionDialogProps = Varied & {
  readonly isOpen: boolean;
  readonly act: RunnerActions;
  readonly onClose: () => void;
};

/** One thing at a time: choosing a level of one variable lets go of the other's. */
export function RunnerConditionDialog({ isOpen, session, variables, act, onClose }: ConditionDialogProps) {
  const asUsual = () => {
    act.setLevel(null);
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="What to vary"
      actions={
        <>
          <Button onClick={onClose}>Done</Button>
          <Button kind="text" onClick={asUsual}>
            As usual
          </Button>
        </>
      }
    >
      <p className="muted small">
        One thing at a time. It is written down with each take until you change it.
      </p>
      <div className={styles.variables}>
        {withFollowed(variables, session).map(({ name, levels }) => (
          <Segmented
            key={name}
            legend={sentenceCase(name)}
            segments={levels.map((level) => ({ value: level, label: level }))}
            value={heldLevel(session, name)}
            onChoose={(level) => act.setLevel({ variable: name, level })}
          />
        ))}
      </div>
    </Dialog>
  );
}

/** What follows how it goes may have levels of the learner's own. */
function withFollowed(variables: Varied['variables'], { difficulty }: Varied['session']) {
  if (difficulty == null) return variables;
  const { variable: name, levels } = difficulty;
  return [...variables.filter((one) => one.name !== name), { name, levels }];
}

function heldLevel({ level, difficulty }: Varied['session'], name: string): string | null {
  const held = [level, difficulty].find((one) => one?.variable === name);
  return held?.level ?? null;
}
