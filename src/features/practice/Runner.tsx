import { useState } from 'react';
import { useSync } from '../../ui/offline/use-sync.ts';
import { UndoBar } from '../../ui/parts/UndoBar.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { Payoff, PracticePage } from './contract.ts';
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
import type { Runner as RunnerState } from './use-runner.ts';
import { useRunnerKeys } from './use-runner-keys.ts';
import { isBegun } from './use-running-session.ts';
import { takesPlanned, takeWords } from './use-take-value.ts';
import { useWakeLock } from './use-wake-lock.ts';

type RunnerProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly runner: RunnerState;
  readonly isResumed: boolean;
  /** Nothing was done: away, without a look back. */
  readonly onLeave: () => void;
};

/** What lies over the runner, if anything does. */
type Over = 'note' | 'condition' | 'keys' | 'unfinished' | null;

export function Runner({ page, payoff, runner, isResumed, onLeave }: RunnerProps) {
  const { session, isPaused, notice, act } = runner;
  const sync = useSync();
  const [over, setOver] = useState<Over>(null);
  useWakeLock(!isPaused);

  const open = (what: Over) => {
    act.hold();
    setOver(what);
  };
  const close = () => {
    setOver(null);
    act.release();
  };
  const stop = () => {
    if (isBegun(session, payoff.kind)) open('unfinished');
    else if (session.takes.length === 0) onLeave();
    else act.finish();
  };
  const toggle = () => (isPaused ? act.goOn() : act.pause());

  useRunnerKeys((key) => {
    const known: Readonly<Record<string, () => void>> = {
      n: () => open('note'),
      p: toggle,
      Backspace: act.undo,
      Escape: stop,
      '?': () => open('keys'),
    };
    known[key]?.();
    return known[key] !== undefined;
  });

  const take = takeWords(
    (session.takes.at(-1)?.sequence ?? 0) + 1,
    takesPlanned(session.minutes, page.card.attemptMinutes),
  );
  return (
    <main id="main" className={styles.run}>
      <RunnerBar take={take} sync={sync} onStop={stop} />
      <div className={styles.left}>
        <RunnerCard
          page={page}
          session={session}
          onReading={(isReading) => (isReading ? act.hold() : act.release())}
        />
        <RunnerLevels session={session} variables={page.micromastery.experiments} act={act} />
      </div>
      <div className={styles.center}>
        <ScreenHeading title={page.card.title} className={styles.title}>
          {page.card.title}
        </ScreenHeading>
        <RunnerConditionLine
          session={session}
          variables={page.micromastery.experiments}
          onOpen={() => open('condition')}
        />
        {isPaused ? (
          <RunnerPaused session={session} payoff={payoff} isResumed={isResumed} act={act} />
        ) : (
          <RunnerInput page={page} payoff={payoff} session={session} act={act} />
        )}
        <div className={styles.undo}>
          <UndoBar
            notice={notice}
            onUndo={notice !== null && notice.attemptId !== null ? act.undo : undefined}
            onDone={act.noticeDone}
          />
        </div>
      </div>
      <div className={styles.right}>
        <RunnerTakes session={session} payoff={payoff} now={isPaused ? 'paused' : 'now'} />
        <RunnerDock
          place="side"
          isPaused={isPaused}
          onNote={() => open('note')}
          onPause={toggle}
          onFinish={stop}
          onKeys={() => open('keys')}
        />
      </div>
      <RunnerDock
        place="foot"
        isPaused={isPaused}
        onNote={() => open('note')}
        onPause={toggle}
        onFinish={stop}
        onKeys={() => open('keys')}
      />
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
    </main>
  );
}
