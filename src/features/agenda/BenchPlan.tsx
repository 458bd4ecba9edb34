import { useId, useRef, useState } from 'react';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { TimeRod } from '../../ui/parts/TimeRod.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './BenchPlan.module.css';
import { PracticeChoice } from './PracticeChoice.tsx';
import { sinceWords } from './use-practice-record.ts';
import { MINUTES_OFFERED, planSession, type SessionPlan, useSessionPlan } from './use-session-plan.ts';

type BenchPlanProps = {
  readonly practices: readonly PracticeCard[];
  readonly chosen: PracticeCard;
  readonly onChoose: (practiceId: string) => void;
  readonly minutes: number;
  readonly onMinutes: (minutes: number) => void;
  readonly now: Date;
};

/** The question of the screen and its answer: the minutes, what fits into them, and one button to start. */
export function BenchPlan({ practices, chosen, onChoose, minutes, onMinutes, now }: BenchPlanProps) {
  const headingId = useId();
  const plan = useSessionPlan(chosen, minutes);
  const last = practices.reduce<string | null>(
    (latest, { lastAttemptAt }) => newest(latest, lastAttemptAt),
    null,
  );
  return (
    <Stage aria-labelledby={headingId} className={styles.stage}>
      <ScreenHeading title="Bench" id={headingId}>
        What have you got?
      </ScreenHeading>
      <p className={`muted ${styles.since}`}>{sinceWords(last, now)}</p>
      <div className={styles.rods}>
        <TimeRod
          legend="Minutes you have"
          choices={MINUTES_OFFERED.map((offered) => ({
            minutes: offered,
            stepMinutes: planSession(chosen, offered).steps.map((step) => step.toMinute - step.fromMinute),
          }))}
          minutes={minutes}
          onChoose={onMinutes}
        />
      </div>
      <Steps plan={plan} />
      <Go {...{ practices, chosen, onChoose, plan }} />
    </Stage>
  );
}

function newest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) > Date.parse(b) ? a : b;
}

function Steps({ plan }: { readonly plan: SessionPlan }) {
  return (
    <ol aria-label="The plan">
      {plan.steps.map((step) => (
        <li key={step.verb} className={styles.step}>
          <span className={styles.time}>
            {step.fromMinute}–{step.toMinute} <span className="vh">minutes</span>
          </span>
          <span className={styles.verb}>{step.verb}</span>
          <div className={styles.what}>
            <p className="skillname">{step.what}</p>
            <p className={styles.why}>{step.why}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

type GoProps = Pick<BenchPlanProps, 'practices' | 'chosen' | 'onChoose'> & { readonly plan: SessionPlan };

function Go({ practices, chosen, onChoose, plan }: GoProps) {
  const [isChoosing, setChoosing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const floor = plan.isFloor ? '&floor=1' : '';
  return (
    <>
      <div className={styles.go}>
        <ActionBar>
          <ButtonLink
            kind="hot"
            size="big"
            href={`/practices/${chosen.id}/run?minutes=${plan.minutes}${floor}`}
          >
            Start {plan.minutes} minutes
          </ButtonLink>
        </ActionBar>
        <Button
          kind="text"
          ref={opener}
          aria-expanded={isChoosing}
          aria-controls={listId}
          onClick={() => setChoosing(!isChoosing)}
        >
          Work on something else
        </Button>
      </div>
      <div id={listId} hidden={!isChoosing}>
        <PracticeChoice
          practices={practices}
          chosenId={chosen.id}
          onChoose={(id) => {
            onChoose(id);
            setChoosing(false);
            opener.current?.focus();
          }}
        />
      </div>
    </>
  );
}
