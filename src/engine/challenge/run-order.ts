import { random } from '../random.ts';
import type { WorkOf } from '../session/work.ts';
import { seedOf } from './draw-card.ts';

/** The steps of a skill in another order than their own. */
export const ORDERS = ['shuffled', 'backward', 'from-the-middle'] as const;
export type Order = (typeof ORDERS)[number];

/** Practice in another order says nothing of the whole as it is. */
export const REORDERED: WorkOf = { work: 'part', part: 'steps in another order' };

/** With fewer, any other order is the one backwards. */
export const FEWEST_STEPS = 3;

/**
 * Places 0 to `count` - 1 in this order. From the middle goes on to the end, and then from the first. A shuffle is Fisher and Yates's,
 * from the seed, and is never the order that it began from: a shuffle that fell so is turned by one.
 */
export function runOrder(count: number, order: Order, seed: string): readonly number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  switch (order) {
    case 'backward':
      return places.reverse();
    case 'from-the-middle':
      return turned(places, Math.floor(count / 2));
    case 'shuffled':
      return shuffled(places, seed);
    default:
      return order satisfies never;
  }
}

function turned(places: readonly number[], by: number): readonly number[] {
  return [...places.slice(by), ...places.slice(0, by)];
}

function shuffled(places: readonly number[], seed: string): readonly number[] {
  const chance = random(seedOf(JSON.stringify(['bottega order 1', seed])));
  const order = [...places];
  for (let left = order.length - 1; left > 0; left -= 1) {
    const other = chance.below(left + 1);
    [order[left], order[other]] = [order[other] ?? 0, order[left] ?? 0];
  }
  return order.every((place, at) => place === at) ? turned(order, 1) : order;
}
