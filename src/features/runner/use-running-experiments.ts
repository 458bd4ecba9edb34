import { useMemo } from 'react';
import { useExperiments } from '../../ui/api/use-experiments.ts';
import type { Experiment } from '../experiments/contract.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { runningExperiments } from './session-draws.ts';

/** Those that are drawn for in this sitting; null while that is not known. */
export function useRunningExperiments(page: PracticePage, payoff: Payoff): readonly Experiment[] | null {
  const { experiments, isKnown } = useExperiments(page.card.id, page.payoffs);
  return useMemo(
    () => (isKnown || experiments.length > 0 ? runningExperiments(experiments, payoff) : null),
    [experiments, isKnown, payoff],
  );
}
