import { useMemo } from 'react';
import { useExperiments } from '../../ui/api/use-experiments.ts';
import type { Experiment } from '../experiments/contract.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { adoptedLevel, runningExperiments } from './draw-lots.ts';
import type { Level } from './running-session.ts';

export type TriedOut = {
  /** Drawn for in this sitting. */
  readonly running: readonly Experiment[];
  /** What an experiment was ended with: takes are made so, until the learner says otherwise. */
  readonly adopted: Level | null;
};

/** What is tried out, or was, in this practice; null while that is not known. */
export function useTriedOut(page: PracticePage, payoff: Payoff): TriedOut | null {
  const { experiments, isKnown } = useExperiments(page.card.id, page.payoffs);
  return useMemo(
    () =>
      isKnown || experiments.length > 0
        ? { running: runningExperiments(experiments, payoff), adopted: adoptedLevel(experiments) }
        : null,
    [experiments, isKnown, payoff],
  );
}
