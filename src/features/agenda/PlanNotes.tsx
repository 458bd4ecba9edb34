import type { Plan, WeekLeft } from '../../engine/agenda/agenda.ts';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './BenchPlan.module.css';
import { LetGo } from './LetGo.tsx';

type PlanNotesProps = {
  readonly plan: Extract<Plan, { kind: 'plan' }>;
  readonly practices: readonly PracticeCard[];
};

/** Below a plan, where there is more to say than its lines do: what it leaves, of the minutes at hand and of the week's. */
export function PlanNotes({ plan, practices }: PlanNotesProps) {
  const { overMinutes, notReplaced, comeback, leftOut, week } = plan;
  const titles = new Map(practices.map(({ id, title }) => [id, title]));
  const titlesOf = (ids: readonly string[]) => ids.map((id) => titles.get(id)).join(', ');
  return (
    <>
      {overMinutes > 0 && (
        <p className={`small muted ${styles.left}`}>
          This is enough for today; {overMinutes} minutes are left.
        </p>
      )}
      {notReplaced.length > 0 && (
        <p className={`small muted ${styles.left}`} role="status">
          Nothing else fits in place of {titlesOf(notReplaced)}, so the rest has those minutes.
        </p>
      )}
      {comeback !== null && leftOut.length > 0 && (
        <p className={`small muted ${styles.left}`}>
          For another day: {titlesOf(leftOut.map(({ practiceId }) => practiceId))}.
        </p>
      )}
      {week !== null && <Week week={week} practices={practices} />}
    </>
  );
}

type WeekProps = { readonly week: WeekLeft; readonly practices: readonly PracticeCard[] };

/** For whoever gave the week a number of minutes: how many are left, and what they do not reach. */
function Week({ week, practices }: WeekProps) {
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
