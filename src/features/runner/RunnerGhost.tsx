import type { Payoff } from '../practice/contract.ts';
import { ghostWords } from './ghost-words.ts';
import runner from './Runner.module.css';
import styles from './RunnerInput.module.css';
import type { RunningSession } from './running-session.ts';
import { useGhost } from './use-ghost.ts';

type RunnerGhostProps = { readonly session: RunningSession; readonly payoff: Payoff };

/** One's own past beside the take at hand. Where there is too little of it, that is said before the first take and not again. */
export function RunnerGhost({ session, payoff }: RunnerGhostProps) {
  const raced = useGhost(session, payoff);
  if (raced === null || (raced.ghost.kind !== 'ghost' && session.takes.length > 0)) return null;
  return <p className={runner.quiet}>{ghostWords(payoff, raced.ghost, raced.levels)}</p>;
}

type RunnerGhostMarkProps = RunnerGhostProps & { readonly fullMilliseconds: number };

/** Where on the rod it lies; nothing where it lies beyond. Its words say the same. */
export function RunnerGhostMark({ session, payoff, fullMilliseconds }: RunnerGhostMarkProps) {
  const ghost = useGhost(session, payoff)?.ghost;
  if (ghost?.kind !== 'ghost' || ghost.value * 1000 > fullMilliseconds) return null;
  const at = (ghost.value * 100_000) / fullMilliseconds;
  return <i className={styles.ghost} data-ghost="" style={{ insetInlineStart: `${at}%` }} />;
}
