import { expect, it } from 'vitest';
import { SenderGone } from './problems.ts';
import { createTurns } from './turns.ts';

const open = () => Promise.withResolvers<string>();

it('runs so many at a time, and the others in the order in which they came', async () => {
  const takeTurn = createTurns(2);
  const begun: string[] = [];
  const work = new Map(['a', 'b', 'c', 'd'].map((name) => [name, open()]));
  const all = [...work].map(([name, { promise }]) =>
    takeTurn(() => {
      begun.push(name);
      return promise;
    }),
  );
  expect(begun).toEqual(['a', 'b']);
  work.get('b')?.resolve('b');
  expect(await all[1]).toBe('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const [name, { resolve }] of work) resolve(name);
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

it('one that fails gives its turn on', async () => {
  const takeTurn = createTurns(1);
  const first = takeTurn(() => Promise.reject(new Error('it broke')));
  const second = takeTurn(async () => 'done');
  await expect(first).rejects.toThrow('it broke');
  expect(await second).toBe('done');
});

it('who goes away while they wait is never begun, and holds nobody up', async () => {
  const takeTurn = createTurns(1);
  const [first, gone] = [open(), new AbortController()];
  const running = takeTurn(() => first.promise);
  let isBegun = false;
  const left = takeTurn(async () => {
    isBegun = true;
  }, gone.signal);
  const last = takeTurn(async () => 'last');
  gone.abort('gone');
  await expect(left).rejects.toBeInstanceOf(SenderGone);
  await expect(takeTurn(async () => 'late', gone.signal)).rejects.toBeInstanceOf(SenderGone);
  first.resolve('first');
  expect([await running, await last, isBegun]).toEqual(['first', 'last', false]);
});
