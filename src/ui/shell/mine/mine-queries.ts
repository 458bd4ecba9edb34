import { queryOptions } from '@tanstack/react-query';
import type { Mine } from '../../../features/archive/mine-contract.ts';
import type { OwnKeys } from '../../../platform/people/contract.ts';
import { getJson } from '../../api/api-client.ts';

/** Asked of home each time: nothing of it is kept on a device. */
export const mineQuery = queryOptions({
  queryKey: ['mine'],
  queryFn: () => getJson<Mine>('/api/mine'),
  staleTime: 0,
});

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: () => getJson<OwnKeys>('/api/keys'),
  staleTime: 0,
});
