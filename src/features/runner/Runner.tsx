import { useSync } from '../../ui/offline/use-sync.ts';
import { UndoBar } from '../../ui/parts/UndoBar.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import styles from './Runner.module.css';
import { RunnerBar } from './RunnerBar.tsx';
import { RunnerCard } from './RunnerCard.tsx';
import { RunnerConditionDialog, RunnerConditionLine, RunnerLevels } from './RunnerCondition.tsx';
import { RunnerDock } from './RunnerDock.tsx';
import { RunnerInput } from './RunnerInput.tsx';
import { RunnerKeysDialog } from './RunnerKeysDialog.tsx';
import { RunnerNoteDialog } from './RunnerNoteDialog.tsx';
import { RunnerPaused } from './RunnerPaused.tsx';
import { RunnerTakes } from './RunnerTakes.tsx';
import { RunnerUnfinished } from './RunnerUnfinished.tsx';
import { useOnePress } from './use-one-press.ts';
import { usePointerFocus } from './use-pointer-focus.ts';
import type { Runner as RunnerState } from './use-runner.ts';
import { type RunnerControls, useRunnerControls } from './use-runner-over.ts';
import { useWakeLock } from './use-wake-lock.ts';

type RunnerProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly runner: RunnerState;
  /** Nothing was done: away, without a look back. */
  readonly onLeave: () => void;
};

export function Runner({ page, payoff, runner, onLeave }: RunnerProps) {
  const { session, isPaused, isLeft, act } = runner;
  const sync = useSync();
  const controls = useRunnerControls(runner, payoff, onLeave);
  const onePress = useOnePress(session.takes.length);
  usePointerFocus();
  useWakeLock(!isPaused);
  const { experiments } = page.micromastery;
  const dock = (place: 'side' | 'foot') => (
    <RunnerDock
      place={place}
      isPaused={isPaused}
      onNote={() => controls.open('note')}
      onPause={controls.togglePause}
      onFinish={controls.stop}
      onKeys={() => controls.open('keys')}
    />
  );
  return (
    <main
      id="main"
      className={`blue-paper ${styles.run}`}
      onClickCapture={onePress}
      data-keys=""
      data-covered={controls.over === null ? undefined : ''}
    >
      <RunnerBar session={session} sync={sync} onStop={controls.stop} />
      <div className={styles.left}>
        <RunnerCard
          page={page}
          session={session}
          onReading={(isReading) => (isReading ? act.hold() : act.release())}
        />
        <RunnerLevels session={session} variables={experiments} act={act} />
      </div>
      <div className={styles.center}>
        <ScreenHeading title={page.card.title} className={styles.title}>
          {page.card.title}
        </ScreenHeading>
        <RunnerConditionLine
          session={session}
          variables={experiments}
          onOpen={() => controls.open('condition')}
        />
        {session.takes.length === 0 && page.card.lastLine !== null && (
          <p className={styles['last-line']}>
            <span className="cap">For this time you wrote</span> <q>{page.card.lastLine}</q>
          </p>
        )}
        {isPaused ? (
          <RunnerPaused session={session} payoff={payoff} isLeft={isLeft} act={act} />
        ) : (
          <RunnerInput page={page} payoff={payoff} session={session} act={act} />
        )}
        <RunnerUndo runner={runner} />
      </div>
      <div className={styles.right}>
        <RunnerTakes session={session} payoff={payoff} now={isPaused ? 'paused' : 'now'} />
        {dock('side')}
      </div>
      {dock('foot')}
      <RunnerOver page={page} payoff={payoff} runner={runner} controls={controls} onLeave={onLeave} />
    </main>
  );
}

function RunnerUndo({ runner: { notice, act } }: Pick<RunnerProps, 'runner'>) {
  const canUndo = notice !== null && notice.attemptId !== null;
  return (
    <div className={styles.undo}>
      <UndoBar notice={notice} onUndo={canUndo ? act.undo : undefined} onDone={act.noticeDone} />
    </div>
  );
}

type RunnerOverProps = RunnerProps & { readonly controls: RunnerControls };

function RunnerOver({ page, payoff, runner, controls, onLeave }: RunnerOverProps) {
  const { session, act } = runner;
  const { over, close } = controls;
  return (
    <>
      <RunnerNoteDialog isOpen={over === 'note'} session={session} act={act} onClose={close} />
      <RunnerConditionDialog
        isOpen={over === 'condition'}
        session={session}
        variables={page.micromastery.experiments}
        act={act}
        onClose={close}
      />
      <RunnerKeysDialog isOpen={over === 'keys'} kind={payoff.kind} onClose={close} />
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
