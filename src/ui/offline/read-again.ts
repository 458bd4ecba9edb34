import { hashKey, type QueryClient } from '@tanstack/react-query';

/** What is named with a page is asked for before its scripts run; on a slow device it is read this long after. */
const FIRST_ANSWERS_MILLISECONDS = 30_000;

/** By their hash the keys that were touched before an answer under them was looked at. */
const unread = new WeakMap<QueryClient, Set<string>>();

/**
 * Reads again what home has changed, also where its first answer is still awaited, was not even asked for by the screen
 * that is being drawn, or has come and was not looked at yet: that one may be from before.
 */
export async function readAgain(
  queries: QueryClient,
  queryKey: readonly string[],
  sincePageBegan = performance.now(),
): Promise<void> {
  const query = queries.getQueryCache().find({ queryKey });
  const isAwaited = query?.state.fetchStatus === 'fetching';
  // A query is there as soon as a screen begins to be drawn, and a first read is not begun anew when it is invalidated.
  if (query?.state.data === undefined && (isAwaited || sincePageBegan < FIRST_ANSWERS_MILLISECONDS))
    unreadOf(queries).add(hashKey(queryKey));
  await queries.invalidateQueries({ queryKey });
}

function unreadOf(queries: QueryClient): Set<string> {
  const known = unread.get(queries);
  if (known !== undefined) return known;
  const keys = new Set<string>();
  unread.set(queries, keys);
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    if (keys.delete(event.query.queryHash))
      void queries.invalidateQueries({ queryKey: event.query.queryKey });
  });
  return keys;
}
