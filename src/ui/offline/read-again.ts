import type { QueryClient } from '@tanstack/react-query';

/** Reads again what home has changed, also where its first answer is still awaited: that one may be from before. */
export async function readAgain(queries: QueryClient, queryKey: readonly string[]): Promise<void> {
  const awaited = queries.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' });
  const isFirst = awaited.some((query) => query.state.data === undefined);
  await queries.invalidateQueries({ queryKey });
  // A first read is not begun anew when it is invalidated, as a later one is.
  if (isFirst) await queries.invalidateQueries({ queryKey });
}
