import { useQuery } from '@tanstack/react-query';
import { experimentsQuery } from '../../ui/api/queries.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { PracticePage } from '../practice/contract.ts';

/**
 * Whether there may be something to draw for the takes of a practice: an experiment, here or at home; after the first take,
 * also twists, a difficulty that follows, and two parts that fight.
 */
export function useHasLots({ card: { id, attempts } }: PracticePage): boolean {
  const { data } = useQuery(experimentsQuery(id));
  const pending = usePending();
  const isAsked = (data?.experiments.length ?? 0) > 0;
  const isAskedHere = pending.some(({ path }) => path.startsWith('/api/experiments/'));
  return attempts > 0 || isAsked || isAskedHere;
}
