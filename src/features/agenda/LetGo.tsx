import type { Reason, WeekLeft } from '../../engine/agenda/plan.ts';
import { reasonWords } from '../../engine/agenda/reason-words.ts';
import { countWords } from '../../engine/picture/count-words.ts';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './BenchPlan.module.css';

/** Nobody is shown a backlog. */
const MOST_NAMED = 3;

type LetGoProps = {
  readonly letGo: WeekLeft['letGo'];
  readonly practices: readonly PracticeCard[];
};

/** Said of the week already, and the same of all. */
function isNothingLeft(why: Reason): boolean {
  return why.kind === 'too-long-for-week' && why.leftMinutes === 0;
}

/** What the week's minutes do not reach, by name and with the reason. It comes round again by itself. */
export function LetGo({ letGo, practices }: LetGoProps) {
  if (letGo.length === 0) return null;
  const titles = new Map(practices.map(({ id, title }) => [id, title]));
  const more = letGo.length - MOST_NAMED;
  return (
    <div className={`small muted ${styles.left}`}>
      <p>Let go until Monday:</p>
      <ul>
        {letGo.slice(0, MOST_NAMED).map(({ practiceId, why }) => (
          <li key={practiceId}>
            {titles.get(practiceId)}.{isNothingLeft(why) ? '' : ` ${reasonWords(why)}`}
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {countWords(more)} more.</p>}
    </div>
  );
}
