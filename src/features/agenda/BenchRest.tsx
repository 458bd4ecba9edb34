import type { Plan } from '../../engine/agenda/agenda.ts';
import { formatDate } from '../../ui/format-day.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import { lastDayOf } from './agenda-practice.ts';
import styles from './BenchPlan.module.css';
import { LetGo } from './LetGo.tsx';
import type { BenchAgenda } from './use-plan.ts';

type BenchRestProps = {
  readonly agenda: BenchAgenda;
  readonly practices: readonly PracticeCard[];
  readonly plan: Plan;
  /** These are quiet hours, and no plan was asked for. */
  readonly isSilent: boolean;
  readonly onEndPause: () => void;
  /** A plan all the same, in quiet hours. */
  readonly onAsk: () => void;
  readonly onMinutes: (minutes: number) => void;
};

/** What stands in place of a plan: a pause, quiet hours, a week that is full, or that nothing fits. */
export function BenchRest(props: BenchRestProps) {
  const { agenda, practices, plan, isSilent, onEndPause, onAsk, onMinutes } = props;
  if (plan.kind === 'paused') return <Paused agenda={agenda} onEndPause={onEndPause} />;
  if (isSilent || plan.kind === 'plan') return <Quiet onAsk={onAsk} />;
  if (plan.kind === 'week-full')
    return <WeekFull week={plan.week} practices={practices} onAsk={agenda.planBeyondWeek} />;
  return <Nothing plan={plan} onMinutes={onMinutes} />;
}

function Paused({ agenda, onEndPause }: { readonly agenda: BenchAgenda; readonly onEndPause: () => void }) {
  const last = agenda.pause === null ? null : lastDayOf(agenda.pause);
  return (
    <div className={styles.rest}>
      <p>
        Paused{last === null ? '' : ` until ${formatDate(Date.parse(`${last}T12:00:00`))}`}. Nothing is
        planned, and nothing is missed. Every practice is where you left it.
      </p>
      <Button onClick={onEndPause}>End the pause today</Button>
    </div>
  );
}

function Quiet({ onAsk }: { readonly onAsk: () => void }) {
  return (
    <div className={styles.rest}>
      <p>
        These are your quiet hours, so nothing is suggested. <PageLink href="/me">Change them</PageLink>
      </p>
      <Button onClick={onAsk}>Plan all the same</Button>
    </div>
  );
}

type WeekFullProps = {
  readonly week: Extract<Plan, { kind: 'week-full' }>['week'];
  readonly practices: readonly PracticeCard[];
  readonly onAsk: () => void;
};

function WeekFull({ week: { capMinutes, leftMinutes, letGo }, practices, onAsk }: WeekFullProps) {
  return (
    <div className={styles.rest}>
      <p>
        {leftMinutes === 0
          ? `The ${capMinutes} minutes that you gave this week are practised.`
          : `Nothing on the bench fits what is left of this week’s ${capMinutes} minutes: ${leftMinutes}.`}{' '}
        On Monday there are as many again. <PageLink href="/me">Change them</PageLink>
      </p>
      <LetGo letGo={letGo} practices={practices} />
      <Button onClick={onAsk}>Plan all the same</Button>
    </div>
  );
}

type NothingProps = {
  readonly plan: Extract<Plan, { kind: 'nothing-to-practise' }>;
  readonly onMinutes: (minutes: number) => void;
};

function Nothing({ plan, onMinutes }: NothingProps) {
  if (plan.why === 'none-fits') {
    const { fewestMinutes } = plan;
    return (
      <div className={styles.rest}>
        <p>Nothing on the bench fits so few minutes.</p>
        <Button onClick={() => onMinutes(fewestMinutes)}>Take {fewestMinutes} minutes</Button>
      </div>
    );
  }
  return (
    <div className={styles.rest}>
      <p>Everything is parked. Take one up again, or begin something new.</p>
      <ButtonLink href="/find">Find one</ButtonLink>
    </div>
  );
}
