import { useEffect, useState } from 'react';
import { keep, readNote } from '../../ui/offline/queue.ts';
import { currentSpace } from '../../ui/offline/space.ts';
import {
  beginSession,
  type CurrentTake,
  endWrites,
  isEmptyNote,
  isWritten,
  type Moment,
  NOTHING_CHOSEN,
  type RunningSession,
} from './running-session.ts';

/** After so long away, what was left is over: it is ended as it was, and a new session begins. */
const LONGEST_AWAY_MILLISECONDS = 30 * 60_000;

export function momentNow(): Moment {
  return { epoch: Date.now(), steady: performance.now() };
}

/** Under which a sitting is kept on this device: of one person, with one practice. */
export function runningKey(practiceId: string): string {
  return `running/${currentSpace() ?? ''}/${practiceId}`;
}

/** One sitting with a practice runs in one tab: who has this lock has it. */
export function runnerLock(practiceId: string): string {
  return `bottega-run-${practiceId}`;
}

export type RunnerStart =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly session: RunningSession; readonly isResumed: boolean };

type Wanted = Pick<RunningSession, 'practiceId' | 'isFloor' | 'minutes' | 'work' | 'part'>;

/** The sitting to show: the one that a reload or a flat battery left unfinished, or a new one. */
export function useRunnerStart({ practiceId, isFloor, minutes, work, part }: Wanted): RunnerStart {
  const [start, setStart] = useState<RunnerStart>({ kind: 'reading' });
  useEffect(() => {
    let isCurrent = true;
    const show = (found: RunnerStart) => isCurrent && setStart(found);
    const fresh = beginSession({ practiceId, isFloor, minutes, work, part }, momentNow());
    takeUp(fresh).then(
      (session) => show({ kind: 'ready', session, isResumed: isGoneOnWith(session, fresh) }),
      () => show({ kind: 'ready', session: fresh, isResumed: false }),
    );
    return () => {
      isCurrent = false;
    };
  }, [practiceId, isFloor, minutes, work, part]);
  return start;
}

/** Remembers with this entry of the tab's history that it shows the look back: a reload shows it again. */
export function markLookBack(sessionId: string): void {
  history.replaceState({ ...history.state, lookBack: sessionId }, '');
}

/** A new start makes a new entry: whoever asks for one does not want the old look back. */
function isLookBackHere(sessionId: string): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'lookBack' in state && state.lookBack === sessionId;
}

/** What was left, if there is anything to go on with; else the fresh one. */
async function takeUp(fresh: RunningSession): Promise<RunningSession> {
  const key = runningKey(fresh.practiceId);
  const kept = (await readNote(key)) as RunningSession | undefined;
  if (kept === undefined) return fresh;
  const left: RunningSession = { ...NOTHING_CHOSEN, ...kept };
  const isOld = Date.now() - left.savedAt > LONGEST_AWAY_MILLISECONDS;
  const isOver = isOld || (left.phase === 'ended' && !isLookBackHere(left.sessionId));
  const { current, takes } = left;
  if (!isOver) {
    const isBegun = takes.length > 0 || isCounted(current) || current.elapsedMilliseconds >= 1000;
    return isBegun ? left : chosenAgain(left, fresh);
  }
  const next = isCounted(current) ? carriedOver(left, fresh) : fresh;
  await keep(endWrites(left), [{ key, value: next === fresh ? null : next }]);
  return next;
}

/** Nothing was done yet; what was chosen for it still holds, unless the address asks for something else. */
function chosenAgain(
  { isFloor, work, part, held, measures, aim }: RunningSession,
  fresh: RunningSession,
): RunningSession {
  const isAnother = fresh.work !== 'whole' || fresh.isFloor !== isFloor;
  return isAnother ? { ...fresh, aim } : { ...fresh, held, measures, work, part, aim };
}

/** What was only chosen is no sitting yet; what was counted is, also in a session of its own. */
function isGoneOnWith(session: RunningSession, fresh: RunningSession): boolean {
  return session.sessionId !== fresh.sessionId || isCounted(session.current);
}

/** A take that was begun and not logged is still here, in the session of today; how long it took nobody knows. */
function carriedOver(left: RunningSession, fresh: RunningSession): RunningSession {
  const current = { ...left.current, startedAt: null, elapsedMilliseconds: 0, isCutOff: true };
  const { level, work, part, held, measures, aim } = left;
  return { ...fresh, current, level, work, part, held, measures, aim };
}

function isCounted(take: CurrentTake): boolean {
  const { hits, misses, typed, note, marks = [] } = take;
  const isMarked = marks.length > 0 || isWritten(take);
  return hits + misses > 0 || (typed ?? '') !== '' || !isEmptyNote(note) || isMarked;
}
