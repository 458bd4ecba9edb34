import { useEffect, useState } from 'react';
import { keep, readNote } from '../../ui/offline/queue.ts';
import { currentSpace } from '../../ui/offline/space.ts';
import { beginSession, endWrites, type Moment, type RunningSession } from './use-running-session.ts';

/** After so long, what lies unfinished is another day's: it is ended as it was, and a new session begins. */
const SUMMARY_KEPT_MILLISECONDS = 30 * 60_000;

export function momentNow(): Moment {
  return { epoch: Date.now(), steady: performance.now() };
}

/** Under which a sitting is kept on this device: of one person, with one practice. */
export function runningKey(practiceId: string): string {
  return `running/${currentSpace() ?? ''}/${practiceId}`;
}

export type RunnerStart =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly session: RunningSession; readonly isResumed: boolean };

type Wanted = { readonly practiceId: string; readonly isFloor: boolean; readonly minutes: number | null };

/** The sitting to show: the one that a reload or a flat battery left unfinished, or a new one. */
export function useRunnerStart({ practiceId, isFloor, minutes }: Wanted): RunnerStart {
  const [start, setStart] = useState<RunnerStart>({ kind: 'reading' });
  useEffect(() => {
    let isCurrent = true;
    const show = (found: RunnerStart) => isCurrent && setStart(found);
    const fresh = () => beginSession({ practiceId, isFloor, minutes }, momentNow());
    takeUp(practiceId).then(
      (left) =>
        show(
          left === null
            ? { kind: 'ready', session: fresh(), isResumed: false }
            : { kind: 'ready', session: left, isResumed: true },
        ),
      () => show({ kind: 'ready', session: fresh(), isResumed: false }),
    );
    return () => {
      isCurrent = false;
    };
  }, [practiceId, isFloor, minutes]);
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

/** What was left, if there is anything to go on with. */
async function takeUp(practiceId: string): Promise<RunningSession | null> {
  const key = runningKey(practiceId);
  const left = (await readNote(key)) as RunningSession | undefined;
  if (left === undefined) return null;
  const isStale = Date.now() - left.savedAt > SUMMARY_KEPT_MILLISECONDS;
  const isOver = left.phase === 'ended' && (isStale || !isLookBackHere(left.sessionId));
  if (isOver) {
    await keep(endWrites({ ...left, endedAt: null }), [{ key, value: null }]);
    return null;
  }
  const { hits, misses, typed, note, elapsedMilliseconds } = left.current;
  const isUntouched = left.takes.length === 0 && hits + misses === 0 && typed === null && note.text === '';
  return isUntouched && elapsedMilliseconds < 1000 ? null : left;
}
