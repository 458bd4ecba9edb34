import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import type { Payoff } from '../practice/contract.ts';
import { elapsedOf, type RunningSession } from './running-session.ts';
import { logWords, takeValue } from './take-value.ts';
import type { RunnerActions } from './use-runner.ts';

type RunnerUnfinishedProps = {
  readonly isOpen: boolean;
  readonly session: RunningSession;
  readonly payoff: Payoff;
  readonly act: RunnerActions;
  readonly onClose: () => void;
  readonly onLeave: () => void;
};

/** Asked only where something would be lost otherwise. */
export function RunnerUnfinished({ isOpen, session, payoff, act, onClose, onLeave }: RunnerUnfinishedProps) {
  const { current } = session;
  const value = takeValue(payoff, current, elapsedOf(current, performance.now()) / 1000);
  const canLog = value.kind === 'value' && payoff.kind !== 'duration' && payoff.kind !== 'rate';
  const log = () => {
    if (value.kind === 'value') act.log(value.value);
    act.finish();
  };
  const leaveOut = () => (session.takes.length === 0 ? onLeave() : act.finish());
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="This take is not logged yet"
      actions={
        <>
          {canLog && <Button onClick={log}>{logWords(payoff, value.value)}</Button>}
          <Button onClick={leaveOut}>Leave it out</Button>
          <Button kind="text" onClick={onClose}>
            Go on with it
          </Button>
        </>
      }
    >
      <p>Every take before it is safe.</p>
    </Dialog>
  );
}
