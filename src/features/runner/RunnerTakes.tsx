import { formatValue } from '../../engine/measure/format-value.ts';
import { shownConditions } from '../../ui/play/without-play.ts';
import { useSettings } from '../../ui/settings.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { measuredBy } from './measured-by.ts';
import styles from './Runner.module.css';
import { nextNumber, type RunningSession, standingTakes } from './running-session.ts';
import { conditionsOf } from './session-draws.ts';

/** The newest stay in sight. */
const MOST_SHOWN = 8;

type RunnerTakesProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly payoff: Payoff;
  readonly now: 'now' | 'paused';
};

/** What was done in this sitting, for a desktop's margin. */
export function RunnerTakes({ session, page: { payoffs }, payoff, now }: RunnerTakesProps) {
  const { plays } = useSettings();
  const takes = standingTakes(session);
  const shown = takes.slice(-MOST_SHOWN);
  const hidden = takes.length - shown.length;
  return (
    <section>
      <h2 className="h3">This session</h2>
      {hidden > 0 && <p className="small muted">{hidden} before these</p>}
      <ol className={styles.takes}>
        {shown.map((take, index) => (
          <li key={take.attemptId}>
            <span>{hidden + index + 1}</span>
            <span>{Object.values(shownConditions(take.conditions, plays)).join(', ') || take.note.text}</span>
            <b>
              {take.value === null
                ? 'no score'
                : formatValue(measuredBy({ payoff, payoffs }, session, hidden + index), take.value)}
            </b>
          </li>
        ))}
        <li>
          <span>{nextNumber(session)}</span>
          <span>{Object.values(conditionsOf(session)).join(', ')}</span>
          <b>{now}</b>
        </li>
      </ol>
    </section>
  );
}
