import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import type { PracticePage } from '../practice/contract.ts';
import styles from './Runner.module.css';
import type { RunningSession } from './running-session.ts';
import { workWords } from './session-words.ts';

type RunnerSetupProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly onOpen: () => void;
};

/** How the sitting is set up, in one quiet line that opens the rest; before the first take, the line left for this time. */
export function RunnerSetup({ page, session, onOpen }: RunnerSetupProps) {
  const { aim, takes } = session;
  const { lastLine } = page.card;
  return (
    <>
      <p className={styles.setup}>
        <button type="button" aria-haspopup="dialog" onClick={onOpen}>
          <span>Set up</span>: {workWords(session)}
          {aim !== null && `, to change: ${aim.text}`}
        </button>
      </p>
      {takes.length === 0 && lastLine !== null && (
        <p className={styles['last-line']}>
          <span className="cap">For this time you wrote</span> <q>{lastLine}</q>
        </p>
      )}
    </>
  );
}

/** Of the takes that set the starting point, which one is next. */
export function RunnerCold({ cold }: { readonly cold: number | null }) {
  if (cold === null) return null;
  return (
    <span className="cap">
      <span>
        Cold take {cold} of {BASELINE_ATTEMPTS}
      </span>
      , as well as you can
    </span>
  );
}
