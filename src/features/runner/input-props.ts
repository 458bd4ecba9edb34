import type { Micromastery } from '../library/contract.ts';
import type { Payoff } from '../practice/contract.ts';
import type { RunningSession } from './running-session.ts';
import type { RunnerActions } from './use-runner.ts';

/** What every kind of input is given: the take so far, how long one usually is, and what can be done. */
export type InputProps = {
  readonly session: RunningSession;
  readonly payoff: Payoff;
  /** How long a take usually is; the two minutes of the floor version. */
  readonly takeMilliseconds: number;
  /** Trials inside one take of a share, as the design suggests; null where it measures otherwise. */
  readonly trials: number | null;
  readonly act: RunnerActions;
};

/** What a way of measuring is given that the design has a say in. */
export type OtherInputProps = InputProps & { readonly design: Pick<Micromastery, 'formats' | 'payoff'> };
