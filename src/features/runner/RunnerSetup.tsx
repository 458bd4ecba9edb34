import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import { supportQuery } from '../../ui/api/queries.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import { useSettings } from '../../ui/settings.ts';
import type { PracticePage } from '../practice/contract.ts';
import { coldTake, scoredTakes } from './cold-take.ts';
import styles from './Runner.module.css';
import type { RunningSession } from './running-session.ts';
import { outcomeWords, workWords } from './session-words.ts';
import type { Over } from './use-runner-over.ts';

/** Only who put something there has it read back. */
const SupportReadback = lazy(async () => ({
  default: (await import('../../ui/support/SupportReadback.tsx')).SupportReadback,
}));

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
  const hasSupport = useHasSupport(page.card.id);
  const { asksForSupport: wantsSupport } = useSettings();
  const isReadBack = isFresh && asksForSupport && hasSupport;
  const cold = coldTake(before, session);
  return (
    <>
      {(isFresh || session.work !== 'whole' || aim !== null || wantsSupport) && (
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
          {wantsSupport && !isReadBack && (
            <button type="button" aria-haspopup="dialog" onClick={() => onOpen('support')}>
              In place and at hand
            </button>
          )}
        </p>
      )}
      {isReadBack && (
        <div className={styles['last-line']}>
          <Suspense fallback={null}>
            <SupportReadback practiceId={page.card.id} onOpen={() => onOpen('support')} />
          </Suspense>
        </div>
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

const SUPPORT_PATH = /^\/api\/(?:support-slots|if-then-plans|at-hand)\//;

/** Whether the learner put anything around it, as home or this device knows. */
function useHasSupport(practiceId: string): boolean {
  const { data } = useQuery(supportQuery(practiceId));
  const isUnderway = usePending().some(({ path }) => SUPPORT_PATH.test(path));
  return isUnderway || (data !== undefined && data.slots.length + data.plans.length + data.atHand.length > 0);
}
