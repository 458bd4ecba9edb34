import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FEWEST_STEPS, ORDERS, runOrder } from './run-order.ts';

it('runs backward, and from the middle to the end and then from the first', () => {
  expect(runOrder(5, 'backward', '')).toEqual([4, 3, 2, 1, 0]);
  expect(runOrder(5, 'from-the-middle', '')).toEqual([2, 3, 4, 0, 1]);
});

it('has every step once, the same whenever it is asked, and never in their own order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: FEWEST_STEPS, max: 20 }),
      fc.constantFrom(...ORDERS),
      fc.uuid(),
      (count, order, seed) => {
        const places = runOrder(count, order, seed);
        const own = Array.from({ length: count }, (_, place) => place);
        expect([...places].sort((a, b) => a - b)).toEqual(own);
        expect(places).toEqual(runOrder(count, order, seed));
        expect(places).not.toEqual(own);
      },
    ),
  );
});

it('is shuffled another way for another session', () => {
  const orders = Array.from({ length: 60 }, (_, seed) => runOrder(5, 'shuffled', String(seed)).join());
  expect(new Set(orders).size).toBeGreaterThan(30);
});
