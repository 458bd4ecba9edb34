import type { WeekLeft } from '../../engine/agenda/agenda.ts';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './BenchPlan.module.css';
import { LetGo } from './LetGo.tsx';

type PlanWeekProps = { readonly week: WeekLeft; readonly practices: readonly PracticeCard[] };

/** Below a plan, for whoever gave the week a number of minutes: how many are left, and what they do not reach. */
export function PlanWeek({ week, practices }: PlanWeekProps) {
  const { capMinutes, leftMinutes, isShortened, letGo } = week;
  return (
    <>
      <p className={`small muted ${styles.left}`}>
        {leftMinutes} of this week’s {capMinutes} minutes are left
        {isShortened && ', and the plan holds to them'}.
      </p>
      <LetGo letGo={letGo} practices={practices} />
    </>
  );
}
