import type { SupportChoice } from '../../ui/support/support-writes.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { RunnerConditionDialog } from './RunnerConditionDialog.tsx';
import { RunnerDrawnDialog } from './RunnerDrawnDialog.tsx';
import { RunnerKeysDialog } from './RunnerKeysDialog.tsx';
import { RunnerNoteDialog } from './RunnerNoteDialog.tsx';
import { RunnerRecord } from './RunnerRecord.tsx';
import { RunnerSetupDialogs } from './RunnerSetupDialogs.tsx';
import { RunnerSupport } from './RunnerSupport.tsx';
import { RunnerUnfinished } from './RunnerUnfinished.tsx';
import type { MeasureWay } from './use-measure-way.ts';
import type { Runner } from './use-runner.ts';
import type { RunnerControls } from './use-runner-over.ts';

type RunnerOverProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly runner: Runner;
  readonly controls: RunnerControls;
  readonly measured: MeasureWay;
  readonly onSupport: (choice: SupportChoice) => void;
  /** Nothing was done: away, without a look back. */
  readonly onLeave: () => void;
};

/** What lies over the runner, if anything does. */
export function RunnerOver({
  page,
  payoff,
  runner,
  controls,
  measured,
  onSupport,
  onLeave,
}: RunnerOverProps) {
  const { session, act } = runner;
  const { over, close } = controls;
  return (
    <>
      <RunnerSetupDialogs {...{ over, page, session, measured, act }} onClose={close} />
      <RunnerNoteDialog
        isOpen={over === 'note'}
        session={session}
        design={page.micromastery.support}
        act={act}
        onClose={close}
      />
      <RunnerConditionDialog
        isOpen={over === 'condition'}
        session={session}
        variables={page.micromastery.experiments}
        act={act}
        onClose={close}
      />
      <RunnerDrawnDialog isOpen={over === 'drawn'} draws={session.draws ?? []} act={act} onClose={close} />
      <RunnerKeysDialog isOpen={over === 'keys'} kind={payoff.kind} way={measured.way} onClose={close} />
      <RunnerRecord isOpen={over === 'record'} session={session} onClose={close} />
      {over === 'support' && (
        <RunnerSupport isOpen page={page} session={session} onClose={close} onChoice={onSupport} />
      )}
      <RunnerUnfinished
        isOpen={over === 'unfinished'}
        session={session}
        payoff={payoff}
        act={act}
        onClose={close}
        onLeave={onLeave}
      />
    </>
  );
}
