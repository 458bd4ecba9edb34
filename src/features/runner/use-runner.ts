import { useEffect, useRef, useState } from 'react';
import { deviceId, localDay } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import { keep, keepNote } from '../../ui/offline/queue.ts';
import { askToStay } from '../../ui/offline/record.ts';
import type { Note } from '../../ui/offline/write-store.ts';
import type { Notice } from '../../ui/parts/UndoBar.tsx';
import { passOn } from '../../ui/shell/navigation.ts';
import type { Payoff } from '../practice/contract.ts';
import { measuredBy } from './measured-by.ts';
import type { ChosenWork, CurrentTake, Level, RunningSession, TakeNote } from './running-session.ts';
import * as sitting from './running-session.ts';
import { couldNot } from './session-draws.ts';
import { loggedWords } from './take-value.ts';
import { markLookBack, momentNow, runnerLock, runningKey } from './use-runner-start.ts';

/** How often the clock's reading is kept, so that a flat battery costs a few seconds of it at most. */
const HEARTBEAT_MILLISECONDS = 5_000;

export type RunnerActions = {
  readonly log: (value: number | null) => void;
  readonly undo: () => void;
  readonly change: (change: Partial<CurrentTake>) => void;
  readonly start: () => void;
  /** Back to the beginning of this take. */
  readonly clear: () => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  /** While something is read or written, a clock that only tells the time stands still. */
  readonly hold: () => void;
  readonly release: () => void;
  readonly setLevel: (level: Level | null) => void;
  /** It cannot be done as it was drawn, or can after all. */
  readonly couldNot: (experimentId: string, how: Parameters<typeof couldNot>[2]) => void;
  /** From now on these are drawn, the first at once. */
  readonly drawFrom: (lots: Lots) => void;
  /** Another challenge than the one that was drawn. */
  readonly drawAnother: () => void;
  readonly chooseWork: (chosen: ChosenWork) => void;
  /** The one thing to change; null for none. */
  readonly setAim: (text: string | null) => void;
  /** What came of it, what there is to tell of a showing and of oneself, and whether what lies at hand is used. */
  readonly tell: (told: Partial<Pick<RunningSession, 'aim' | 'shown' | 'sure' | 'flow' | 'aide'>>) => void;
  /** Of a logged take, or of this one (null). */
  readonly note: (attemptId: string | null, note: TakeNote) => void;
  readonly finish: () => void;
  /** Ends what was taken up again at the moment it was left. */
  readonly finishAsLeft: () => void;
  /** Back from the summary to practising. */
  readonly reopen: () => void;
  readonly writeLine: (line: string) => void;
  /** Resolves when the end is on this device; a second time it does nothing. */
  readonly end: () => Promise<void>;
  readonly noticeDone: () => void;
};

export type Runner = {
  readonly session: RunningSession;
  /** What the take at hand is measured by. */
  readonly payoff: Payoff;
  readonly isPaused: boolean;
  /** Taken up again, and nothing done yet: the page was closed, or the battery was flat, and this is where it was left. */
  readonly isLeft: boolean;
  /** What was just logged, while it can be taken back. */
  readonly notice: (Notice & { readonly attemptId: string | null }) | null;
  readonly act: RunnerActions;
};

type Options = {
  readonly initial: RunningSession;
  readonly isResumed: boolean;
  /** In force, and all of the practice. */
  readonly payoff: Payoff;
  readonly payoffs: readonly Payoff[];
  readonly isTrickRead: () => boolean;
};

/** How a sitting gets what is drawn for the take at hand; each leaves it as it is where there is nothing to draw. */
export type Lots = {
  readonly draw: (session: RunningSession) => RunningSession;
  readonly another: (session: RunningSession) => RunningSession;
};
const NO_LOTS: Lots = { draw: (session) => session, another: (session) => session };

/** Measured by the clock itself: it runs only when the learner starts it, and a broken run is no measurement. */
export function isTimed({ kind }: Pick<Payoff, 'kind'>, { work }: Pick<RunningSession, 'work'>): boolean {
  return work !== 'play' && (kind === 'duration' || kind === 'rate');
}

/** One sitting: what is on the screen changes at once, and what was done is kept behind it. */
export function useRunner(options: Options): Runner {
  const { initial, isResumed, payoff, payoffs, isTrickRead } = options;
  const [session, setSession] = useState(() => opened(initial, isResumed, measureNow(options, initial)));
  const [pause, setPause] = useState<'none' | 'left' | 'paused'>(
    isResumed && initial.phase === 'running' ? 'left' : 'none',
  );
  const [notice, setNotice] = useState<Runner['notice']>(null);
  const latest = useRef(session);
  const given = useRef({ payoff, payoffs, isTrickRead });
  useEffect(() => {
    given.current = { payoff, payoffs, isTrickRead };
  }, [payoff, payoffs, isTrickRead]);

  // Made once: what they remember between two taps must outlive every drawing.
  const [act] = useState(() => {
    const show = (next: RunningSession, writes: readonly Write[] = []) => {
      latest.current = next;
      setSession(next);
      const value = sitting.frozen(next, momentNow());
      const note = { key: runningKey(next.practiceId), value, ...laterOf(next) };
      // What cannot be kept is said by the queue itself, which goes on sending it while the page is open.
      if (writes.length > 0) void keep(writes, [note]).catch(() => {});
      else void keepNote(note);
    };
    const leftAt = isResumed ? initial.savedAt : null;
    const setPaused = (isPaused: boolean) => setPause(isPaused ? 'paused' : 'none');
    return createActions({ latest, given, lots: { current: NO_LOTS }, leftAt, show, setPaused, setNotice });
  });
  useHeartbeat(session, latest);
  useEffect(() => {
    if (session.phase === 'ended') markLookBack(session.sessionId);
  }, [session.phase, session.sessionId]);
  useEffect(
    () => () => {
      // Away from the look back by another way than its button: it is over all the same, with the line as it stands.
      if (latest.current.phase === 'ended') void act.end();
    },
    [act],
  );
  return {
    session,
    payoff: measureNow(options, session),
    isPaused: pause !== 'none',
    isLeft: pause === 'left',
    notice,
    act,
  };
}

const measureNow = (given: Pick<Options, 'payoff' | 'payoffs'>, session: RunningSession) =>
  measuredBy(given, session, sitting.standingTakes(session).length);

/** The end that a look back owes home, should the app be closed on it. */
function laterOf(session: RunningSession): Pick<Note, 'later'> {
  if (session.phase !== 'ended') return {};
  const { practiceId } = session;
  const writes = sitting.endWrites(session);
  return { later: { writes, at: `/practices/${practiceId}/run`, lock: runnerLock(practiceId) } };
}

/** A clock that only tells the time runs from the first moment; one that measures waits, and so does a sitting taken up again. */
function opened(session: RunningSession, isResumed: boolean, payoff: Payoff): RunningSession {
  if (isResumed) return session;
  return isTimed(payoff, session) ? session : sitting.startClock(session, momentNow());
}

type Parts = {
  readonly latest: { readonly current: RunningSession };
  readonly given: { readonly current: Pick<Options, 'payoff' | 'payoffs' | 'isTrickRead'> };
  /** When what was taken up again had been left, in milliseconds since 1970. */
  readonly leftAt: number | null;
  readonly lots: { current: Lots };
  readonly show: (next: RunningSession, writes?: readonly Write[]) => void;
  readonly setPaused: (isPaused: boolean) => void;
  readonly setNotice: (notice: Runner['notice']) => void;
};

function createActions(parts: Parts): RunnerActions {
  const { latest, given, leftAt, show, setPaused, setNotice } = parts;
  let isHeld = false;
  let isOver = false;
  const now = () => latest.current;
  const isMeasuredByClock = (session = now()) => isTimed(measureNow(given.current, session), session);
  // What was written is not thrown away for a pause: its clock stands still, and goes on with it.
  const isBrokenByPause = () => isMeasuredByClock() && !sitting.isWritten(now().current);
  const run = (session: RunningSession) =>
    isMeasuredByClock(session) ? session : sitting.startClock(session, momentNow());
  const finish = (endedAt: number) => {
    isHeld = false;
    setNotice(null);
    passOn();
    const stopped = sitting.stopClock(now(), momentNow());
    show(sitting.finishSession(stopped, endedAt));
  };

  return {
    ...createTakeActions(parts, run),
    ...createChoices(parts, run),
    change: (change) => show(sitting.changeTake(now(), change)),
    start: () => {
      setPaused(false);
      show(sitting.startClock(now(), momentNow()));
    },
    clear: () => show(run(sitting.clearTake(now()))),
    pause: () => {
      setPaused(true);
      const isMeasuring = isBrokenByPause() && sitting.isRunning(now());
      show(isMeasuring ? sitting.clearTake(now()) : sitting.stopClock(now(), momentNow()));
    },
    goOn: () => {
      setPaused(false);
      // A run that was cut off measured nothing: it begins anew.
      const isBroken = isMeasuredByClock() && now().current.isCutOff && !sitting.isWritten(now().current);
      show(run(isBroken ? sitting.clearTake(now()) : now()));
    },
    hold: () => {
      isHeld = !isMeasuredByClock() && sitting.isRunning(now());
      if (isHeld) show(sitting.stopClock(now(), momentNow()));
    },
    release: () => {
      if (isHeld && now().phase === 'running') show(run(now()));
      isHeld = false;
    },
    finish: () => finish(momentNow().epoch),
    finishAsLeft: () => finish(leftAt ?? momentNow().epoch),
    reopen: () => {
      setPaused(false);
      passOn();
      show(run({ ...now(), phase: 'running', endedAt: null }));
    },
    writeLine: (line) => show({ ...now(), line }),
    end: async () => {
      if (isOver) return;
      isOver = true;
      const session = now();
      await keep(sitting.endWrites(session), [{ key: runningKey(session.practiceId), value: null }]).catch(
        () => {},
      );
    },
    noticeDone: () => setNotice(null),
  };
}

/** What is chosen about the sitting, and told of it. */
function createChoices(
  { latest, lots, show }: Parts,
  run: (session: RunningSession) => RunningSession,
): Pick<
  RunnerActions,
  'setLevel' | 'couldNot' | 'drawFrom' | 'drawAnother' | 'chooseWork' | 'setAim' | 'tell'
> {
  return {
    setLevel: (level) => show(lots.current.draw({ ...latest.current, level, isLevelChosen: true })),
    couldNot: (experimentId, how) => show(couldNot(latest.current, experimentId, how)),
    drawFrom: (from) => {
      lots.current = from;
      const session = from.draw(latest.current);
      if (session !== latest.current) show(session);
    },
    drawAnother: () => show(lots.current.another(latest.current)),
    // Another measure begins the take anew: a clock that only told the time may measure now, or the other way round.
    chooseWork: (chosen) => {
      const session = lots.current.draw(sitting.chooseWork(latest.current, chosen));
      const isSame = session.measures?.join() === (latest.current.measures ?? []).join();
      show(isSame ? session : run(sitting.clearTake(session)));
    },
    setAim: (text) => {
      const { session, writes } = sitting.setAim(latest.current, text, momentNow());
      show(session, writes);
    },
    tell: (told) => show({ ...latest.current, ...told }),
  };
}

function createTakeActions(
  { latest, given, lots, show, setPaused, setNotice }: Parts,
  run: (session: RunningSession) => RunningSession,
): Pick<RunnerActions, 'log' | 'undo' | 'note'> {
  return {
    log: (value) => {
      const { isTrickRead } = given.current;
      const payoff = measureNow(given.current, latest.current);
      const log = { payoffId: payoff.id, value, isTrickRead: isTrickRead(), deviceId: deviceId(), localDay };
      const { session, writes } = sitting.logTake(latest.current, log, momentNow());
      setPaused(false);
      show(run(lots.current.draw(session)), writes);
      const attemptId = session.takes.at(-1)?.attemptId ?? '';
      setNotice({ id: attemptId, text: loggedWords(payoff, value), attemptId });
      tap();
      askToStay();
    },
    undo: () => {
      const standing = sitting.standingTakes(latest.current);
      const last = standing.at(-1);
      if (last === undefined) return;
      const wasRunning = sitting.isRunning(latest.current);
      const { kind } = measuredBy(given.current, latest.current, standing.length - 1);
      const { session, writes } = sitting.undoTake(latest.current, last.attemptId, kind, momentNow());
      show(wasRunning ? run(session) : session, writes);
      const goesOn = sitting.isBegun(session, kind) ? ' What was counted is here again.' : '';
      setNotice({
        id: `undone-${last.attemptId}`,
        text: `Take ${standing.length} is taken back.${goesOn}`,
        attemptId: null,
      });
    },
    note: (attemptId, note) => {
      if (attemptId === null) {
        show(sitting.changeTake(latest.current, { note }));
        return;
      }
      const { session, writes } = sitting.remarkOn(latest.current, attemptId, note, momentNow());
      show(session, writes);
    },
  };
}

/** Felt, not only seen; where the device can, and the person has not asked for stillness. */
function tap(): void {
  if (!('vibrate' in navigator) || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  navigator.vibrate(12);
}

function useHeartbeat(session: RunningSession, latest: { readonly current: RunningSession }): void {
  const isTicking = session.phase === 'running' && sitting.isRunning(session);
  useEffect(() => {
    if (!isTicking) return;
    const beat = () => {
      const { practiceId } = latest.current;
      void keepNote({ key: runningKey(practiceId), value: sitting.frozen(latest.current, momentNow()) });
    };
    const timer = setInterval(beat, HEARTBEAT_MILLISECONDS);
    window.addEventListener('pagehide', beat);
    document.addEventListener('visibilitychange', beat);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', beat);
      document.removeEventListener('visibilitychange', beat);
    };
  }, [isTicking, latest]);
}
