import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { readAgain } from './read-again.ts';

it.each([
  ['the first answer', 0],
  ['a later answer', 1],
])('what home changed while %s was awaited is on the screen in the end', async (_, readsBefore) => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let atHome = 'before';
  let answer: () => void = () => {};
  const read = async () => {
    const found = atHome;
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return found;
  };
  const observer = new QueryObserver(queries, { queryKey: ['bench'], queryFn: read });
  const stop = observer.subscribe(() => {});
  for (let done = 0; done < readsBefore; done += 1) {
    answer();
    await expect.poll(() => observer.getCurrentResult().data).toBe('before');
    void observer.refetch();
  }
  // Under way, and answered as things were; then home takes a write.
  atHome = 'after';
  void readAgain(queries, ['bench']);
  await expect
    .poll(() => {
      answer();
      return observer.getCurrentResult().data;
    })
    .toBe('after');
  stop();
  queries.clear();
});

it('what home changed before it was read here at all is not shown as an earlier answer had it', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let reads = 0;
  // Asked for with the page, before home took the write.
  const read = async () => {
    reads += 1;
    return reads === 1 ? 'before' : 'after';
  };
  void readAgain(queries, ['practice', 'p'], 0);
  void readAgain(queries, ['bench'], 60_000);
  const observers = [['practice', 'p'], ['bench']].map(
    (queryKey) => new QueryObserver(queries, { queryKey, queryFn: read }),
  );
  const [practice] = observers;
  const stop = practice?.subscribe(() => {});
  await expect.poll(() => practice?.getCurrentResult().data).toBe('after');
  expect(reads).toBe(2);
  // What is read long after the page began was asked for then.
  await queries.fetchQuery({ queryKey: ['bench'], queryFn: read });
  expect(reads).toBe(3);
  stop?.();
  queries.clear();
});

it('what home changed while a screen was being drawn that had not asked yet is on it in the end', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let reads = 0;
  const options = {
    queryKey: ['practice', 'p'],
    queryFn: async () => {
      reads += 1;
      return reads === 1 ? 'before' : 'after';
    },
  };
  // As the first drawing of a screen leaves it, before that is committed.
  queries.getQueryCache().build(queries, options);
  void readAgain(queries, options.queryKey, 0);
  const observer = new QueryObserver(queries, options);
  const stop = observer.subscribe(() => {});
  await expect.poll(() => observer.getCurrentResult().data).toBe('after');
  stop();
  queries.clear();
});
