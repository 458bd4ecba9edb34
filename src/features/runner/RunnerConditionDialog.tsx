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
        {variables.map(({ name, levels }) => (
          <Segmented
            key={name}
            legend={sentenceCase(name)}
            segments={levels.map((level) => ({ value: level, label: level }))}
            value={session.level?.variable === name ? session.level.level : null}
            onChoose={(level) => act.setLevel({ variable: name, level })}
          />
        ))}
      </div>
    </Dialog>
  );
}
