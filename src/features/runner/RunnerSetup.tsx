import { useState } from 'react';
import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import type { PracticePage } from '../practice/contract.ts';
import { coldTake, scoredTakes } from './cold-take.ts';
import styles from './Runner.module.css';
import type { RunningSession } from './running-session.ts';
import { outcomeWords, workWords } from './session-words.ts';
import type { Over } from './use-runner-over.ts';

type RunnerSetupProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  /** Whether the learner wants to be asked for one thing to change. */
  readonly asksForAim: boolean;
  /** Whether they want to be asked what is in place, and have not said it yet. */
  readonly asksForSupport: boolean;
  readonly onOpen: (what: Over) => void;
};

/**
 * What kind of session it is and the one thing to change in it, one tap each; before the first take, what last time left;
 * of the takes that set the starting point, which one is next.
 */
export function RunnerSetup({ page, session, asksForAim, asksForSupport, onOpen }: RunnerSetupProps) {
  const { aim, takes } = session;
  const isFresh = takes.length === 0;
  const last = isFresh ? (page.lastAim ?? null) : null;
  // Kept by an app of before, a card does not say it; then nothing is asked for.
  const now = Math.max(0, (page.card.startTakes ?? BASELINE_ATTEMPTS) - scoredTakes(session));
  const [before, setBefore] = useState(now);
  // From the first take on the session itself counts: home may be a take behind, or one ahead of an undo.
  if (isFresh && now !== before) setBefore(now);
  const cold = coldTake(before, session);
  return (
    <>
      {(isFresh || session.work !== 'whole' || aim !== null) && (
        <p className={styles.setup}>
          {isFresh ? (
            <button type="button" aria-haspopup="dialog" onClick={() => onOpen('work')}>
              This session: <b>{workWords(session)}</b>
            </button>
          ) : (
            session.work !== 'whole' && <span>{workWords(session)}</span>
          )}
          {(aim !== null || (isFresh && asksForAim)) && (
            <button type="button" aria-haspopup="dialog" onClick={() => onOpen('aim')}>
              {aim === null ? 'One thing to change' : 'To change: '}
              {aim !== null && <b>{aim.text}</b>}
            </button>
          )}
          {isFresh && asksForSupport && (
            <button type="button" aria-haspopup="dialog" onClick={() => onOpen('support')}>
              In place and at hand
            </button>
          )}
        </p>
      )}
      {cold !== null && (
        <p className={styles['last-line']}>
          <span className="cap">
            Cold take {cold} of {BASELINE_ATTEMPTS}
          </span>{' '}
          As well as you can now: the three are where you start.
        </p>
      )}
      {last !== null && asksForAim && (
        <p className={styles['last-line']}>
          <span className="cap">Last time you changed</span> <q>{last.text}</q>
          {last.result !== null && `: ${outcomeWords(last.result.outcome).toLowerCase()}, as you saw it.`}
          {last.result?.note != null && ` ${last.result.note}`}
        </p>
      )}
      {isFresh && page.card.lastLine !== null && (
        <p className={styles['last-line']}>
          <span className="cap">For this time you wrote</span> <q>{page.card.lastLine}</q>
        </p>
      )}
    </>
  );
}
