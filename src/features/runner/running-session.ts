import { newId } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import type { AttemptBody, Payoff } from '../practice/contract.ts';
import { aimWrite, resultWrites } from './session-aim.ts';
import { conditionsOf, drawWrites, withDrawsRecorded } from './session-draws.ts';
import { showingWrites } from './session-showing.ts';
import { flowWrites, sureWrites } from './session-sure.ts';
import { twistCondition, twistWrites, withTwistPlayed } from './session-twist.ts';
import type {
  ChosenWork,
  CurrentTake,
  Moment,
  RunningSession,
  Step,
  Take,
  TakeNote,
} from './session-types.ts';
import { attemptWrite, type Log, remarkWrite, sessionWrite } from './session-writes.ts';

export type * from './session-types.ts';

export const EMPTY_NOTE: TakeNote = { text: '', tags: [], feel: null };

const FRESH_TAKE: CurrentTake = {
  startedAt: null,
  elapsedMilliseconds: 0,
  runningSince: null,
  hits: 0,
  misses: 0,
  typed: null,
  note: EMPTY_NOTE,
  isCutOff: false,
};

type Begin = Pick<RunningSession, 'practiceId' | 'isFloor' | 'minutes'> &
  Partial<Pick<RunningSession, 'work' | 'part'>>;

/** What an app of before did not keep of a sitting. */
export const NOTHING_CHOSEN = { work: 'whole', part: null, aim: null, shown: null } as const;

export function beginSession(begin: Begin, at: Moment): RunningSession {
  return {
    ...NOTHING_CHOSEN,
    ...begin,
    sessionId: newId(),
    startedAt: at.epoch,
    takes: [],
    current: FRESH_TAKE,
    level: null,
    phase: 'running',
    endedAt: null,
    line: '',
    savedAt: at.epoch,
  };
}

export function elapsedOf({ elapsedMilliseconds, runningSince }: CurrentTake, steady: number): number {
  return elapsedMilliseconds + (runningSince === null ? 0 : Math.max(0, steady - runningSince));
}

export function isRunning(session: RunningSession): boolean {
  return session.current.runningSince !== null;
}

/** Whether something was done in this take that would be gone if it were not logged. */
export function isBegun(session: RunningSession, kind: Payoff['kind']): boolean {
  const { hits, misses, typed, note, elapsedMilliseconds, runningSince, marks = [] } = session.current;
  const isTimed = session.work !== 'play' && (kind === 'duration' || kind === 'rate');
  const hasRun = isTimed && (elapsedMilliseconds > 0 || runningSince !== null);
  const isMarked = marks.length > 0 || isWritten(session.current);
  return hits + misses > 0 || (typed ?? '') !== '' || note.text !== '' || hasRun || isMarked;
}

/** Whether there are words in this take that would have to be written again. */
export function isWritten({ written = '' }: CurrentTake): boolean {
  return written.trim() !== '';
}

export function startClock(session: RunningSession, at: Moment): RunningSession {
  if (session.current.runningSince !== null) return session;
  const startedAt = session.current.startedAt ?? at.epoch;
  return changeTake(session, { startedAt, runningSince: at.steady });
}

export function stopClock(session: RunningSession, at: Moment): RunningSession {
  const elapsedMilliseconds = elapsedOf(session.current, at.steady);
  return changeTake(session, { elapsedMilliseconds, runningSince: null });
}

export function changeTake(session: RunningSession, change: Partial<CurrentTake>): RunningSession {
  return { ...session, current: { ...session.current, ...change } };
}

/** The same take from its beginning, with its note. */
export function clearTake(session: RunningSession): RunningSession {
  return { ...session, current: { ...FRESH_TAKE, note: session.current.note } };
}

/** As it is kept: the steady clock of this page means nothing to the next one. */
export function frozen(session: RunningSession, at: Moment): RunningSession {
  const wasRunning = isRunning(session);
  const stopped = wasRunning ? changeTake(stopClock(session, at), { isCutOff: true }) : session;
  return { ...stopped, savedAt: at.epoch };
}

/** Ends the take with its value and makes room for the next. The session itself is recorded with its first take. */
export function logTake(session: RunningSession, log: Log, at: Moment): Step {
  const { current } = session;
  const startedAt = current.startedAt ?? at.epoch;
  const elapsed = elapsedOf(current, at.steady);
  const hasNote = !isEmptyNote(current.note);
  const take: Take = {
    attemptId: newId(),
    sequence: nextSequence(session),
    value: log.value,
    startedAt,
    localDay: log.localDay(new Date(startedAt)),
    // Cut off by a closed page, or never timed: no length is better than a wrong one.
    durationSeconds: current.isCutOff || elapsed === 0 ? null : Math.round(elapsed / 100) / 10,
    conditions: {
      ...session.held,
      ...conditionsOf(session),
      ...twistCondition(session),
      ...aideCondition(session),
    },
    isRetracted: false,
    remarkId: hasNote ? newId() : null,
    note: current.note,
  };
  const isFirst = session.takes.length === 0;
  const logged = {
    attemptId: take.attemptId,
    current: { ...current, elapsedMilliseconds: elapsed, runningSince: null },
  };
  return {
    session: withTwistPlayed(
      withDrawsRecorded({
        ...session,
        takes: [...session.takes, take],
        current: FRESH_TAKE,
        logged,
        sure: null,
      }),
    ),
    writes: [
      ...(isFirst ? [sessionWrite(session, Math.min(session.startedAt, startedAt), log.deviceId)] : []),
      ...(isFirst ? aimWrite(session) : []),
      attemptWrite(session, take, log),
      ...drawWrites(session, take.attemptId, new Date(at.epoch)),
      ...twistWrites(session, take.attemptId, new Date(at.epoch)),
      ...sureWrites(session, take.attemptId),
      ...(take.remarkId === null ? [] : [remarkWrite(session, take, take.remarkId, null, at)]),
    ],
  };
}

/** Named as the engine reads it. */
function aideCondition({ aide }: RunningSession): AttemptBody['conditions'] {
  return aide === undefined ? {} : { aide };
}

export function isEmptyNote({ text, tags, feel }: TakeNote): boolean {
  return text.trim() === '' && tags.length === 0 && feel === null;
}

/**
 * Takes the take back, as `retractTake`, and goes on with it where it was logged last and nothing was done since: what
 * was counted is there again.
 */
export function undoTake(session: RunningSession, attemptId: string, kind: Payoff['kind'], at: Moment): Step {
  const step = retractTake(session, attemptId, at);
  const { logged } = session;
  // A stopwatch that was stopped has measured; going on with it would measure something else.
  const canGoOn = kind !== 'duration' && logged?.attemptId === attemptId && !isBegun(session, kind);
  if (!canGoOn || step.writes.length === 0) return step;
  return { ...step, session: { ...step.session, current: logged.current } };
}

/** Takes the take back: it stays on record and no longer counts. */
export function retractTake(session: RunningSession, attemptId: string, at: Moment): Step {
  const take = session.takes.find((one) => one.attemptId === attemptId);
  if (take === undefined || take.isRetracted) return { session, writes: [] };
  const body = { attemptId, retractedAt: new Date(at.epoch).toISOString() };
  return {
    session: changeLogged(session, attemptId, { isRetracted: true }),
    writes: [{ path: `/api/retractions/${newId()}`, body, practiceId: session.practiceId }],
  };
}

/** Says something of a take that was logged, instead of what was said before. */
export function remarkOn(session: RunningSession, attemptId: string, note: TakeNote, at: Moment): Step {
  const take = session.takes.find((one) => one.attemptId === attemptId);
  const isSame = JSON.stringify(take?.note) === JSON.stringify(note);
  if (take === undefined || isSame) return { session, writes: [] };
  const remarkId = newId();
  return {
    session: changeLogged(session, attemptId, { note, remarkId }),
    writes: [remarkWrite(session, { attemptId, note }, remarkId, take.remarkId, at)],
  };
}

function changeLogged(session: RunningSession, attemptId: string, change: Partial<Take>): RunningSession {
  const takes = session.takes.map((one) => (one.attemptId === attemptId ? { ...one, ...change } : one));
  return { ...session, takes };
}

/** On record, a number once given is not given again, also where its take was taken back. */
function nextSequence(session: RunningSession): number {
  return (session.takes.at(-1)?.sequence ?? 0) + 1;
}

/** What the next take is called in this sitting: one more than those that stand. */
export function nextNumber(session: RunningSession): number {
  return standingTakes(session).length + 1;
}

export function standingTakes(session: RunningSession): readonly Take[] {
  return session.takes.filter((take) => !take.isRetracted);
}

/** What was done so far is of one kind: once a take is logged the kind stands. */
export function chooseWork(
  session: RunningSession,
  { work, part, held = {}, measures = [] }: ChosenWork,
): RunningSession {
  if (session.takes.length > 0) return session;
  const chosen = { ...session, held, measures, work, part: work === 'part' ? part : null };
  // In play a clock only tells the time: what it has run is no measurement, and the other way round.
  return (work === 'play') === (session.work === 'play') ? chosen : clearTake(chosen);
}

/** The aim goes home with the session: with its first take, or at once where home has that. */
export function setAim(session: RunningSession, text: string | null, at: Moment): Step {
  const aim = text === null ? null : { aimId: newId(), text, setAt: at.epoch, result: null };
  const next = { ...session, aim };
  return { session: next, writes: session.takes.length > 0 ? aimWrite(next) : [] };
}

/** Practice is over; what is left is one line for next time. */
export function finishSession(session: RunningSession, endedAt: number): RunningSession {
  return { ...session, phase: 'ended', endedAt, current: FRESH_TAKE };
}

/** Nothing where no take was ever logged: then home knows of no session to end. */
export function endWrites(session: RunningSession): readonly Write[] {
  if (session.takes.length === 0) return [];
  const line = session.line.trim().slice(0, 500).trim();
  const endedAt = new Date(session.endedAt ?? lastMoment(session)).toISOString();
  return [
    ...resultWrites(session),
    ...showingWrites(session),
    ...sureWrites(session, null),
    ...flowWrites(session),
    {
      path: `/api/sessions/${session.sessionId}/end`,
      body: { endedAt, line: line === '' ? null : line },
      practiceId: session.practiceId,
    },
  ];
}

/** When the last take was over, as far as it is known. */
export function lastMoment({ takes, startedAt }: RunningSession): number {
  const last = takes.at(-1);
  return last === undefined ? startedAt : last.startedAt + (last.durationSeconds ?? 0) * 1000;
}
