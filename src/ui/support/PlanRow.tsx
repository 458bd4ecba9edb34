import { useId, useState } from 'react';
import { hitRate, hitRateSentence } from '../../engine/support/hit-rate.ts';
import type { IfThenPlan } from '../../features/support/contract.ts';
import { Button } from '../parts/Button.tsx';
import { planSentence } from './plan-words.ts';
import styles from './Support.module.css';

type PlanRowProps = {
  readonly plan: IfThenPlan;
  readonly onEdit: () => void;
  readonly onDrop: () => void;
};

/** The plan, and how often it was carried out; the line opens to say it anew or to drop it. */
export function PlanRow({ plan, onEdit, onDrop }: PlanRowProps) {
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  const sentence = planSentence(plan);
  const { done, cameUp } = plan.uses;
  return (
    <>
      <button
        type="button"
        className={styles['plan-opener']}
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setOpen(!isOpen)}
      >
        <span dir="auto">{sentence}</span>{' '}
        <span className="cap">{hitRateSentence(hitRate(done, cameUp), 'once')}</span>
      </button>
      <div id={bodyId} hidden={!isOpen}>
        <div className="row">
          <Button kind="text" aria-label={`Say it anew: ${sentence}`} onClick={onEdit}>
            Say it anew
          </Button>
          <Button kind="text" aria-label={`Drop it: ${sentence}`} onClick={onDrop}>
            Drop it
          </Button>
        </div>
      </div>
    </>
  );
}
