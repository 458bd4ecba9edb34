import type { Write } from '../../ui/offline/pending-write.ts';
import type { AttemptBody } from '../practice/contract.ts';
import type { Moment, RunningSession, Take } from './session-types.ts';

/** What a take is logged with, beside what the sitting knows. */
export type Log = {
  readonly payoffId: string;
  readonly value: number | null;
  readonly isTrickRead: boolean;
  readonly deviceId: string;
  readonly localDay: (at: Date) => string;
};

export function sessionWrite(session: RunningSession, startedAt: number, deviceId: string): Write {
  const { sessionId, practiceId, isFloor, work, part } = session;
  const body = { practiceId, deviceId, isFloor, work, part, startedAt: new Date(startedAt).toISOString() };
  return { path: `/api/sessions/${sessionId}`, body };
}

export function attemptWrite({ practiceId, sessionId }: RunningSession, take: Take, log: Log): Write {
  const { attemptId, sequence, startedAt, localDay, durationSeconds, value, conditions } = take;
  const body: AttemptBody = {
    practiceId,
    sessionId,
    payoffId: log.payoffId,
    sequence,
    startedAt: new Date(startedAt).toISOString(),
    localDay,
    durationSeconds,
    value,
    conditions,
    isTrickRead: log.isTrickRead,
    source: 'runner',
  };
  return { path: `/api/attempts/${attemptId}`, body };
}

export function remarkWrite(
  { practiceId }: RunningSession,
  { attemptId, note }: Pick<Take, 'attemptId' | 'note'>,
  remarkId: string,
  replacesId: string | null,
  at: Moment,
): Write {
  const text = note.text.trim();
  const writtenAt = new Date(at.epoch).toISOString();
  const body = {
    attemptId,
    replacesId,
    feel: note.feel,
    text: text === '' ? null : text,
    tags: note.tags,
    writtenAt,
  };
  return { path: `/api/remarks/${remarkId}`, body, practiceId };
}
