import { useQuery } from '@tanstack/react-query';
import { Unreachable } from '../../ui/api/api-client.ts';
import { micromasteryQuery } from '../../ui/api/queries.ts';
import { type Known, useBench } from '../../ui/api/use-kept.ts';
import { useLibrary } from '../../ui/api/use-library.ts';
import type { PracticeCard } from '../practice/contract.ts';
import type { Micromastery } from './contract.ts';

/** A micromastery from home, or from the library that is kept on this device. */
export function useMicromastery(id: string): Known<Micromastery> {
  const { data, error, refetch } = useQuery(micromasteryQuery(id));
  const isAway = data === undefined && error instanceof Unreachable;
  const { value: library } = useLibrary(isAway);
  const kept = library?.micromasteries.find((design) => design.id === id);
  // This device may have saved a version that home has not heard of.
  const isNewer = kept !== undefined && kept.version > (data?.version ?? 0);
  return { value: isNewer ? kept : data, error, retry: () => void refetch() };
}

/** The practice that follows it, if it is on the bench; of several, the one used last. */
export function usePracticeOf(micromasteryId: string): PracticeCard | undefined {
  const { value: bench } = useBench();
  return bench?.practices.find((card) => card.micromasteryId === micromasteryId);
}
