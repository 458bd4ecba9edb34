import { useState } from 'react';
import { countWords } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { IfThenPlan } from '../../features/support/contract.ts';
import type { HeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { FoldedLine } from '../parts/FoldedLine.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { useFirstFew } from '../parts/use-first-few.ts';
import type { DesignSupport } from './design-slots.ts';
import { PlanForm, type PlanWords } from './PlanForm.tsx';
import { PlanRow } from './PlanRow.tsx';
import { actionOf, cueOf, planSentence } from './plan-words.ts';
import styles from './Support.module.css';
import { dropPlanWrite, planWrite } from './support-writes.ts';

const SHOWN_AT_FIRST = 3;
/** As many as home answers with: more than anybody can keep in mind. */
const MOST_PLANS = 50;

type PlanListProps = {
  readonly practiceId: string;
  readonly design: DesignSupport;
  readonly plans: readonly IfThenPlan[];
  readonly held: HeldWrite;
};

/** If-then plans, read back whole, each with how often it was carried out when its cue came up. */
export function PlanList({ practiceId, design, plans, held }: PlanListProps) {
  /** The id of the one that is said anew, or `new`. */
  const [edited, setEdited] = useState<string | null>(null);
  const { shown, rest, showAll } = useFirstFew(plans, SHOWN_AT_FIRST);
  const offered = (design?.obstacles ?? []).filter((one) => plans.every((plan) => !isSame(plan, one)));

  function keep(words: PlanWords, replacesId: string | null) {
    const write = planWrite({ practiceId, ...words }, replacesId, new Date());
    held.hold(write, planSentence(words));
    setEdited(null);
  }

  return (
    <section aria-labelledby="support-plans">
      <h3 id="support-plans">When something is in the way</h3>
      {plans.length === 0 && (
        <p className="small muted">A plan made beforehand: if this comes up, then I do that.</p>
      )}
      {plans.length > 0 && (
        <RuledList label="If-then plans" className={styles.plans}>
          {shown.map((plan) =>
            edited === plan.id ? (
              <li key={plan.id}>
                <PlanForm
                  first={plan}
                  onKeep={(words) => keep(words, plan.id)}
                  onCancel={() => setEdited(null)}
                />
                {plan.uses.cameUp > 0 && (
                  <p className="cap">A plan that is said anew is another plan, and counts from then on.</p>
                )}
              </li>
            ) : (
              <li key={plan.id}>
                <PlanRow
                  plan={plan}
                  onEdit={() => setEdited(plan.id)}
                  onDrop={() => held.hold(dropPlanWrite(plan, new Date()), 'The plan is dropped.')}
                />
              </li>
            ),
          )}
        </RuledList>
      )}
      {rest > 0 && (
        <Button kind="text" onClick={showAll}>
          Show {rest} more plans
        </Button>
      )}
      {edited === 'new' && (
        <PlanForm first={null} onKeep={(words) => keep(words, null)} onCancel={() => setEdited(null)} />
      )}
      <div className={styles.ways}>
        {edited === null && plans.length < MOST_PLANS && (
          <Button kind="text" onClick={() => setEdited('new')}>
            Make a plan
          </Button>
        )}
        <Offered obstacles={offered} onTake={(words) => keep(words, null)} />
      </div>
    </section>
  );
}

type OfferedProps = {
  readonly obstacles: NonNullable<DesignSupport>['obstacles'];
  readonly onTake: (words: PlanWords) => void;
};

/** Plans of the design that the learner has not made theirs. */
function Offered({ obstacles, onTake }: OfferedProps) {
  if (obstacles.length === 0) return null;
  return (
    <FoldedLine line={`${sentenceCase(countWords(obstacles.length))} from the design`}>
      <RuledList label="Plans that the design offers">
        {obstacles.map((one) => {
          const words = { cue: cueOf(one.if), action: actionOf(one.then) };
          return (
            <li key={one.if} className={styles.offer}>
              <span className="small">{planSentence(words)}</span>
              <Button aria-label={`Take it over: ${planSentence(words)}`} onClick={() => onTake(words)}>
                Take it over
              </Button>
            </li>
          );
        })}
      </RuledList>
    </FoldedLine>
  );
}

function isSame(plan: IfThenPlan, offered: { readonly if: string; readonly then: string }): boolean {
  return cueOf(plan.cue).toLowerCase() === cueOf(offered.if).toLowerCase();
}
