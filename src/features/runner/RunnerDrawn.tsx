import styles from './Runner.module.css';
import type { SessionDraw } from './session-draws.ts';

/** What was drawn, before the take is made; a tap says that it cannot be done so. Never what comes next. */
export function RunnerDrawnLine({
  draws,
  beside,
  onOpen,
}: {
  readonly draws: readonly SessionDraw[];
  /** The level of what follows how it goes. */
  readonly beside: string | undefined;
  readonly onOpen: () => void;
}) {
  const isOfSession = draws.every(({ unit }) => unit === 'session');
  return (
    <p className={styles.condition}>
      <button type="button" onClick={onOpen} aria-haspopup="dialog">
        {isOfSession ? 'This session' : 'This take'}:{' '}
        <b>{[...draws.map(toDo), ...(beside === undefined ? [] : [beside])].join(', ')}</b>
        <span className="vh"> (drawn by lot; say here if it cannot be done)</span>
      </button>
    </p>
  );
}

function toDo({ isKept, level, actual }: SessionDraw): string {
  if (isKept) return level;
  return actual === null ? `not ${level}` : `${actual}, not ${level}`;
}
