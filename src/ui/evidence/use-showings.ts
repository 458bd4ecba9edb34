import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Payoff } from '../../features/practice/contract.ts';
import { historyQuery } from '../api/queries.ts';
import { usePracticePage } from '../api/use-kept.ts';
import { usePending } from '../offline/use-pending.ts';
import { overlayShowings, readingsOf } from './overlay-showings.ts';
import { evidenceQuery } from './use-evidence.ts';

/** Times when it was shown to others, and what was scored there. `isKnown`: home or this device has said something of it. */
export function useShowings(practiceId: string) {
  const { data, error } = useQuery(evidenceQuery(practiceId));
  const pending = usePending();
  const payoffs = usePracticePage(practiceId).value?.payoffs;
  const payoff = payoffs?.[0];
  const showings = useMemo(() => overlayShowings(data, practiceId, pending), [data, practiceId, pending]);
  // The takes of showings, as home counts them towards the target of whole runs; it lies on the device as well.
  const history = useQuery({ ...historyQuery(practiceId), enabled: showings.length > 0 }).data;
  const readings = useMemo(
    () => readingsOf(history?.alsoCounting?.attempts ?? [], comparableIds(payoffs ?? []), pending),
    [history, payoffs, pending],
  );
  return {
    showings,
    isKnown: data !== undefined || (error !== null && showings.length > 0),
    readings,
    payoff,
  };
}

/** Those of the measure in force: a target that was raised leaves the measure as it was. */
function comparableIds(payoffs: readonly Payoff[]): string[] {
  const [inForce] = payoffs;
  return payoffs
    .filter(({ kind, unit }) => kind === inForce?.kind && unit === inForce.unit)
    .map(({ id }) => id);
}
