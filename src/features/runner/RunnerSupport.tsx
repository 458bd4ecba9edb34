import { leaveToQueue, record } from '../../ui/offline/record.ts';
import { SessionStart } from '../../ui/support/SessionStart.tsx';
import { type SupportChoice, supportWrites } from '../../ui/support/support-writes.ts';
import type { PracticePage } from '../practice/contract.ts';
import type { RunningSession } from './running-session.ts';

type RunnerSupportProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly onClose: () => void;
  /** Waits for the first take: home hears of the session with that. */
  readonly onChoice: (choice: SupportChoice) => void;
};

/** What is in place for this sitting, what was planned, and what lies at hand. */
export function RunnerSupport({ page, session, onClose, onChoice }: RunnerSupportProps) {
  const ready = (choice: SupportChoice | null) => {
    if (choice !== null && session.takes.length > 0)
      record(supportWrites(session.sessionId, choice, new Date())).catch(leaveToQueue);
    else if (choice !== null) onChoice(choice);
    onClose();
  };
  return (
    <SessionStart
      practiceId={page.card.id}
      design={page.micromastery}
      sessionId={session.takes.length > 0 ? session.sessionId : null}
      onReady={ready}
    />
  );
}
