import type { SupportChoice } from '../../ui/support/support-writes.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { RunnerConditionDialog } from './RunnerConditionDialog.tsx';
import { RunnerDrawnDialog } from './RunnerDrawnDialog.tsx';
import { RunnerKeysDialog } from './RunnerKeysDialog.tsx';
import { RunnerNoteDialog } from './RunnerNoteDialog.tsx';
import { RunnerRecord } from './RunnerRecord.tsx';
import { RunnerSetupDialog } from './RunnerSetupDialog.tsx';
import { RunnerUnfinished } from './RunnerUnfinished.tsx';
import { RunnerWayDialog } from './RunnerWayDialog.tsx';
import type { MeasureWay } from './use-measure-way.ts';
import type { Runner } from './use-runner.ts';
import type { RunnerControls } from './use-runner-over.ts';

type RunnerOverProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly runner: Runner;
  readonly controls: RunnerControls;
  readonly measured: MeasureWay;
  /** Which of the takes that set the starting point is next. */
  readonly cold: number | null;
  /** What is in place was said already, and waits for the first take. */
  readonly isSupportSaid: boolean;
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
  cold,
  isSupportSaid,
  onSupport,
  onLeave,
}: RunnerOverProps) {
  const { session, act } = runner;
  const { over, close } = controls;
  return (
    <>
      <RunnerSetupDialog
        {...{ over, page, session, act, cold, isSupportSaid, onSupport }}
        onStep={controls.open}
        onClose={close}
      />
      <RunnerWayDialog isOpen={over === 'way'} measured={measured} onClose={close} />
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
      <RunnerKeysDialog
        isOpen={over === 'keys'}
        kind={payoff.kind}
        way={measured.way}
        isPlay={session.work === 'play'}
        onClose={close}
      />
      <RunnerRecord isOpen={over === 'record'} session={session} onClose={close} />
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
