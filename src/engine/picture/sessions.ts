import type { AttemptFact } from './picture.ts';

/** The attempts of one session, with their places in the whole list. */
export type SessionAttempts = {
  readonly sessionId: string;
  /** The day that the session began on, if it ran past midnight. */
  readonly dayKey: string;
  readonly attempts: readonly AttemptFact[];
  readonly indexes: readonly number[];
};

/** By id and not by neighbourhood: two devices may have practised at the same time. In order of first attempts. */
export function groupSessions(attempts: readonly AttemptFact[], firstIndex = 0): readonly SessionAttempts[] {
  const sessions = new Map<string, { dayKey: string; attempts: AttemptFact[]; indexes: number[] }>();
  attempts.forEach((attempt, offset) => {
    let session = sessions.get(attempt.sessionId);
    if (session === undefined) {
      session = { dayKey: attempt.dayKey, attempts: [], indexes: [] };
      sessions.set(attempt.sessionId, session);
    }
    session.attempts.push(attempt);
    session.indexes.push(firstIndex + offset);
  });
  return Array.from(sessions, ([sessionId, session]) => ({ sessionId, ...session }));
}
