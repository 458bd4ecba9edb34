import { lazy, Suspense, useEffect, useState } from 'react';
import { joinClasses } from '../../ui/join-classes.ts';
import { useSync } from '../../ui/offline/use-sync.ts';
import { UndoBar } from '../../ui/parts/UndoBar.tsx';
import { useSettings } from '../../ui/settings.ts';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import styles from './Runner.module.css';
import { RunnerBar } from './RunnerBar.tsx';
import { RunnerCard } from './RunnerCard.tsx';
import { RunnerConditionLine } from './RunnerCondition.tsx';
import { RunnerDock } from './RunnerDock.tsx';
import { RunnerInput } from './RunnerInput.tsx';
import { RunnerSetup } from './RunnerSetup.tsx';
import { useColdTake } from './use-cold-take.ts';
import { type MeasureWay, useMeasureWay } from './use-measure-way.ts';
import { useOnePress } from './use-one-press.ts';
import { usePointerFocus } from './use-pointer-focus.ts';
import type { Runner as RunnerState } from './use-runner.ts';
import { type RunnerControls, useRunnerControls } from './use-runner-over.ts';
import { useSupportChoice } from './use-support-choice.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { useWide } from './use-wide.ts';

const RunnerPaused = lazy(async () => ({ default: (await import('./RunnerPaused.tsx')).RunnerPaused }));
/** Only where a level was drawn. */
const RunnerDrawnLine = lazy(async () => ({ default: (await import('./RunnerDrawn.tsx')).RunnerDrawnLine }));
/** Only for who wants to be asked. */
const RunnerSure = lazy(async () => ({ default: (await import('./RunnerSure.tsx')).RunnerSure }));
/** Only where a past is raced, or where it is played with. */
const RunnerGhost = lazy(async () => ({ default: (await import('./RunnerGhost.tsx')).RunnerGhost }));
const RunnerPlay = lazy(async () => ({ default: (await import('./RunnerPlay.tsx')).RunnerPlay }));
/** Of a take with a twist, and of work on a part. */
const RunnerAside = lazy(async () => ({ default: (await import('./RunnerAside.tsx')).RunnerAside }));
/** Only where something is varied. */
const RunnerLevels = lazy(async () => ({ default: (await import('./RunnerLevels.tsx')).RunnerLevels }));
/** In a desktop's margin. */
const RunnerTakes = lazy(async () => ({ default: (await import('./RunnerTakes.tsx')).RunnerTakes }));
/** Before the first take there is nothing to look up. */
const RunnerAides = lazy(async () => ({ default: (await import('./RunnerAides.tsx')).RunnerAides }));
/** What lies over it is fetched when the first of that is asked for. */
const RunnerOver = lazy(async () => ({ default: (await import('./RunnerOver.tsx')).RunnerOver }));

type RunnerProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly runner: RunnerState;
  /** Nothing was done: away, without a look back. */
  readonly onLeave: () => void;
};

export function Runner({ page, payoff, runner, onLeave }: RunnerProps) {
  const { session, isPaused, act } = runner;
  const sync = useSync();
  const controls = useRunnerControls(runner, payoff, onLeave);
  const measured = useMeasureWay(page, payoff);
  const support = useSupportChoice(session);
  const cold = useColdTake(page, session);
  const onePress = useOnePress(session.takes.length);
  usePointerFocus();
  useWakeLock(!isPaused);
  const isWide = useWide();
  const wasCovered = useWasOnce(controls.over !== null);
  const { experiments } = page.micromastery;
  const dock = (place: 'side' | 'foot') => <Dock place={place} isPaused={isPaused} controls={controls} />;
  return (
    <main
      id="main"
      className={`blue-paper ${styles.run}`}
      onClickCapture={onePress}
      data-keys=""
      data-paused={isPaused || undefined}
      data-covered={controls.over === null ? undefined : ''}
    >
      <RunnerBar session={session} sync={sync} cold={cold} onStop={controls.stop} />
      <div className={styles.left}>
        {session.twist == null && session.work !== 'part' ? (
          <RunnerCard
            page={page}
            session={session}
            onReading={(isReading) => (isReading ? act.hold() : act.release())}
          />
        ) : (
          <Suspense fallback={null}>
            <RunnerAside page={page} session={session} payoff={payoff} act={act} />
          </Suspense>
        )}
        {session.level !== null && (
          <Suspense fallback={null}>
            <RunnerLevels session={session} variables={experiments} act={act} />
          </Suspense>
        )}
        {page.card.attempts > 0 && (
          <Suspense fallback={null}>
            <RunnerAides page={page} session={session} act={act} />
          </Suspense>
        )}
      </div>
      <Centre {...{ page, payoff, runner, controls, measured }} />
      <div className={styles.right}>
        {isWide && (
          <Suspense fallback={null}>
            <RunnerTakes session={session} page={page} payoff={payoff} now={isPaused ? 'paused' : 'now'} />
          </Suspense>
        )}
        {dock('side')}
      </div>
      {dock('foot')}
      {wasCovered && (
        <Suspense fallback={null}>
          <RunnerOver
            {...{ page, payoff, runner, controls, measured, cold, onLeave }}
            isSupportSaid={support.choice !== null}
            onSupport={support.setChoice}
          />
        </Suspense>
      )}
    </main>
  );
}

type CentreProps = Pick<RunnerProps, 'page' | 'payoff' | 'runner'> & {
  readonly controls: RunnerControls;
  readonly measured: MeasureWay;
};

/** What is practised, how, and the input that suits its measure. */
function Centre({ page, payoff, runner, controls, measured }: CentreProps) {
  const { session, isPaused, isLeft, act } = runner;
  const { experiments } = page.micromastery;
  const { draws = [], difficulty, work } = session;
  const { plays, ghost, asksHowSure } = useSettings();
  return (
    <div className={styles.center}>
      <ScreenHeading title={page.card.title} className={styles.title}>
        {page.card.title}
      </ScreenHeading>
      {draws.length > 0 ? (
        <Suspense fallback={null}>
          <RunnerDrawnLine draws={draws} beside={difficulty?.level} onOpen={() => controls.open('drawn')} />
        </Suspense>
      ) : (
        <RunnerConditionLine
          session={session}
          variables={experiments}
          onOpen={() => controls.open('condition')}
        />
      )}
      {difficulty?.why != null && (
        <p role="status" className={styles.quiet}>
          {difficulty.why}
        </p>
      )}
      <RunnerSetup page={page} session={session} onOpen={() => controls.open('setup')} />
      {asksHowSure !== 'never' && (
        <Suspense fallback={null}>
          <RunnerSure {...{ payoff, session, act, asksHowSure }} />
        </Suspense>
      )}
      {plays && ghost !== 'off' && work !== 'play' && (
        <Suspense fallback={null}>
          <RunnerGhost session={session} payoff={payoff} />
        </Suspense>
      )}
      {isPaused ? (
        <Suspense fallback={null}>
          <RunnerPaused session={session} payoff={payoff} isLeft={isLeft} act={act} />
        </Suspense>
      ) : work === 'play' ? (
        <Suspense fallback={null}>
          <RunnerPlay session={session} act={act} />
        </Suspense>
      ) : (
        <RunnerInput
          page={page}
          payoff={payoff}
          session={session}
          act={act}
          measured={measured}
          onOtherWay={() => controls.open('way')}
        />
      )}
      <RunnerUndo runner={runner} />
    </div>
  );
}

type DockProps = {
  readonly place: 'side' | 'foot';
  readonly isPaused: boolean;
  readonly controls: RunnerControls;
};

function Dock({ place, isPaused, controls }: DockProps) {
  return (
    <RunnerDock
      place={place}
      isPaused={isPaused}
      onNote={() => controls.open('note')}
      onPause={controls.togglePause}
      onFinish={controls.stop}
      onKeys={() => controls.open('keys')}
      onRecord={() => controls.open('record')}
    />
  );
}

function RunnerUndo({ runner: { session, notice, act } }: Pick<RunnerProps, 'runner'>) {
  useSpokenNotice(notice);
  const canUndo = notice !== null && notice.attemptId !== null;
  return (
    <div className={joinClasses(styles.undo, session.takes.length === 0 && styles.idle)}>
      <UndoBar notice={notice} onUndo={canUndo ? act.undo : undefined} onDone={act.noticeDone} />
    </div>
  );
}

/** What was logged, said aloud for who looks at the balls, where they want it. */
function useSpokenNotice(notice: RunnerState['notice']): void {
  const { speaksScores } = useSettings();
  useEffect(() => {
    if (!speaksScores || notice === null) return;
    import('../../ui/speak.ts').then(
      ({ speak }) => speak(notice.text),
      () => {},
    );
  }, [notice, speaksScores]);
}

/** Whether it was so at any time since the screen was opened. */
function useWasOnce(is: boolean): boolean {
  const [was, setWas] = useState(is);
  if (is && !was) setWas(true);
  return was || is;
}
