import { useState } from 'react';
import type { IfThenPlan } from '../../features/support/contract.ts';
import { useHeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { usePausableTimeout } from '../parts/use-pausable-timeout.ts';
import { planSentence } from './plan-words.ts';
import styles from './Support.module.css';
import { planUseWrite } from './support-writes.ts';

type PlanUsesProps = {
  readonly practiceId: string;
  /** Recorded already: a plan cannot have come up in a session that nobody knows. */
  readonly sessionId: string;
  readonly plans: readonly IfThenPlan[];
};

/** As everywhere; but in its place, since a bar at the foot would lie over the way out of the look back. */
const UNDO_SECONDS = 10;

/** In the look back: which plans came up, and whether they were carried out. Nothing at all where there are none. */
export function PlanUses({ practiceId, sessionId, plans }: PlanUsesProps) {
  const held = useHeldWrite();
  const [times, setTimes] = useState<Readonly<Record<string, number>>>({});
  const [last, setLast] = useState<string | null>(null);
  const { pause, resume } = usePausableTimeout(held.notice?.id ?? null, UNDO_SECONDS * 1000, held.carryOut);
  if (plans.length === 0) return null;

  const count = (planId: string, by: number) =>
    setTimes((before) => ({ ...before, [planId]: (before[planId] ?? 0) + by }));

  function note(plan: IfThenPlan, isDone: boolean) {
    held.hold(
      planUseWrite({ planId: plan.id, sessionId, isDone }, practiceId, new Date()),
      isDone ? 'It came up, and you did it.' : 'It came up, and you did not do it this time.',
    );
    count(plan.id, 1);
    setLast(plan.id);
  }

  function undo() {
    // The button goes with what it took back, and would hold the time of the next one.
    resume();
    held.undo();
    if (last !== null) count(last, -1);
    setLast(null);
  }

  return (
    <section aria-labelledby="plan-uses" className="stack">
      <h3 id="plan-uses" className={styles.legend}>
        Did one of your plans come up?
      </h3>
      <RuledList label="Your if-then plans">
        {plans.map((plan) => {
          const sentence = planSentence(plan);
          const came = times[plan.id] ?? 0;
          return (
            <li key={plan.id}>
              <p dir="auto">{sentence}</p>
              <div className="row">
                <Button aria-label={`It came up and I did it: ${sentence}`} onClick={() => note(plan, true)}>
                  I did it
                </Button>
                <Button
                  aria-label={`It came up and I did not: ${sentence}`}
                  onClick={() => note(plan, false)}
                >
                  I did not
                </Button>
                {came > 0 && <span className="cap">{timesWords(came)}</span>}
              </div>
            </li>
          );
        })}
      </RuledList>
      {held.fault !== null && <p role="alert">{held.fault}</p>}
      <div className="row">
        <span role="status" className="small">
          {held.notice?.text}
        </span>
        {held.notice !== null && (
          <Button kind="text" onClick={undo} onFocus={pause} onBlur={resume}>
            Undo
          </Button>
        )}
      </div>
    </section>
  );
}

function timesWords(count: number): string {
  return count === 1 ? 'Noted once for this session' : `Noted ${count} times for this session`;
}
