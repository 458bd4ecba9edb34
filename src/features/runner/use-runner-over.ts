import { useState } from 'react';
import type { Payoff } from '../practice/contract.ts';
import { isBegun } from './running-session.ts';
import type { Runner } from './use-runner.ts';
import { useRunnerKeys } from './use-runner-keys.ts';

/** What lies over the runner, if anything does. */
export type Over =
  | 'note'
  | 'condition'
  | 'drawn'
  | 'keys'
  | 'unfinished'
  | 'setup'
  | 'work'
  | 'aim'
  | 'pair'
  | 'order'
  | 'way'
  | 'support'
  | 'record'
  | null;

export type RunnerControls = {
  readonly over: Over;
  /** Lays something over the runner; a clock that only tells the time stands still meanwhile. */
  readonly open: (what: Over) => void;
  readonly close: () => void;
  /** Asks only where something would be lost. */
  readonly stop: () => void;
  readonly togglePause: () => void;
};

/** What the runner can do whatever it measures, by its buttons and by the keyboard. */
export function useRunnerControls(
  { session, isPaused, notice, act }: Runner,
  payoff: Payoff,
  onLeave: () => void,
): RunnerControls {
  const [over, setOver] = useState<Over>(null);
  const open = (what: Over) => {
    // From one thing to the next the clock stands already.
    if (over === null) act.hold();
    setOver(what);
  };
  const close = () => {
    setOver(null);
    act.release();
  };
  const stop = () => {
    if (isBegun(session, payoff.kind)) open('unfinished');
    else if (session.takes.length === 0) onLeave();
    else act.finish();
  };
  // Nothing is lost with it, and a score has no other way to be said.
  const isPadEmpty = session.current.typed === '' && payoff.kind !== 'score';
  // As long as the bar says so: later, one slip of a finger would take back what nobody looks at any more.
  const canUndo = notice !== null && notice.attemptId !== null;
  const togglePause = () => (isPaused ? act.goOn() : act.pause());
  useRunnerKeys((key) => {
    const known = new Map([
      ['n', () => open('note')],
      ['p', togglePause],
      ['Backspace', () => canUndo && act.undo()],
      ['Escape', () => (isPadEmpty ? act.change({ typed: null }) : stop())],
      ['?', () => open('keys')],
    ]);
    known.get(key)?.();
    return known.has(key);
  }, 'last');
  return { over, open, close, stop, togglePause };
}
