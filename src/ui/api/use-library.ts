import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Library } from '../../features/library/contract.ts';
import { overlayLibrary } from '../offline/overlay-library.ts';
import { usePending } from '../offline/use-pending.ts';
import { libraryQuery } from './queries.ts';
import type { Known } from './use-kept.ts';

/** Everything there is to practise, with what was designed on this device and home has not heard of. */
export function useLibrary(enabled = true): Known<Library> {
  const { data, error, refetch } = useQuery({ ...libraryQuery, enabled });
  const pending = usePending();
  const value = useMemo(() => overlayLibrary(data, pending), [data, pending]);
  return { value, error, retry: () => void refetch() };
}
