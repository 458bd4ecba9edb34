import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Experiment, ExperimentList } from '../../features/experiments/contract.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import { overlayExperiments } from '../offline/overlay-experiments.ts';
import { onSentOverlay } from '../offline/sent-overlays.ts';
import { usePending } from '../offline/use-pending.ts';
import { experimentsQuery } from './queries.ts';

onSentOverlay<ExperimentList>('experiments', (list, practiceId, write) =>
  overlayExperiments(list, practiceId, [write]),
);

/** What is tried out in a practice, as this device knows it: newest first. Empty until home has answered or failed to. */
export function useExperiments(
  practiceId: string,
  payoffs: readonly Payoff[],
): { readonly experiments: readonly Experiment[]; readonly isKnown: boolean } {
  const { data, error } = useQuery(experimentsQuery(practiceId));
  const pending = usePending();
  const { experiments } = useMemo(
    () => overlayExperiments(data, practiceId, pending, payoffs),
    [data, practiceId, pending, payoffs],
  );
  return { experiments, isKnown: data !== undefined || error !== null };
}
