import type { Sync } from '../../ui/offline/use-sync.ts';
import { CrossIcon } from '../../ui/parts/CrossIcon.tsx';
import { OfflineChip } from '../../ui/parts/OfflineChip.tsx';
import styles from './Runner.module.css';
import { RunnerCold } from './RunnerSetup.tsx';
import { nextNumber, type RunningSession } from './running-session.ts';
import { minutesPassedWords, useMinutesPassed } from './use-minutes-passed.ts';

type RunnerBarProps = {
  readonly session: RunningSession;
  readonly sync: Sync;
  /** Which of the takes that set the starting point this is; null once there is one. */
  readonly cold: number | null;
  readonly onStop: () => void;
};

export function RunnerBar({ session, sync, cold, onStop }: RunnerBarProps) {
  const passed = minutesPassedWords(session.minutes, useMinutesPassed(session.startedAt));
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.stop} aria-label="Stop practising" onClick={onStop}>
        <CrossIcon />
      </button>
      <p className={styles.where}>
        <span>
          <span>Take {nextNumber(session)}</span> {passed !== null && <span className="cap">{passed}</span>}
        </span>
        <RunnerCold cold={cold} />
      </p>
      {sync.isKeeping ? (
        <OfflineChip
          isOffline={sync.state === 'offline'}
          keptCount={sync.state === 'offline' ? sync.kept : 0}
        />
      ) : (
        <span role="alert" className={styles.unkept}>
          This browser keeps nothing on this device. Leave this page open
          {sync.waiting > 0 ? ` until ${sync.kept === 1 ? 'your take is' : 'your takes are'} sent` : ''}.
        </span>
      )}
    </div>
  );
}
