import { sentenceCase } from '../../engine/sentence-case.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import styles from './Runner.module.css';
import type { SessionDraw } from './session-draws.ts';
import type { RunnerActions } from './use-runner.ts';

type RunnerDrawnDialogProps = {
  readonly isOpen: boolean;
  readonly draws: readonly SessionDraw[];
  readonly act: RunnerActions;
  readonly onClose: () => void;
};

const ANOTHER_WAY = 'another way';

/** Could it be done as drawn? Whatever the answer, the draw stays on record as it fell. */
export function RunnerDrawnDialog({ isOpen, draws, act, onClose }: RunnerDrawnDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Drawn by lot"
      actions={<Button onClick={onClose}>Done</Button>}
    >
      <p>
        The lot fell for you, so that nothing but the difference itself decides. Where it cannot be done, say
        how you do it instead: it stays on record as it was drawn, and is counted so, and you are told how
        often that was.
      </p>
      <div className={styles.variables}>
        {draws.map((draw) => (
          <HowDone key={draw.experimentId} draw={draw} act={act} />
        ))}
      </div>
    </Dialog>
  );
}

function HowDone({ draw, act }: { readonly draw: SessionDraw; readonly act: RunnerActions }) {
  const { experimentId, variable, level, levels, isKept, actual, isRecorded, unit } = draw;
  if (isRecorded && unit === 'session')
    return (
      <p>
        {sentenceCase(variable)}: {level}, for all takes of this session.
      </p>
    );
  const others = levels.filter((one) => one !== level);
  const choose = (value: string) => {
    if (value === level) act.couldNot(experimentId, { isKept: true, actual: null });
    else act.couldNot(experimentId, { isKept: false, actual: value === ANOTHER_WAY ? null : value });
  };
  return (
    <Segmented
      legend={`${sentenceCase(variable)}: drawn was ${level}`}
      segments={[
        { value: level, label: `${sentenceCase(level)}, as drawn` },
        ...others.map((one) => ({ value: one, label: `Could not: ${one}` })),
        { value: ANOTHER_WAY, label: 'Could not: another way' },
      ]}
      value={isKept ? level : (actual ?? ANOTHER_WAY)}
      onChoose={choose}
    />
  );
}
