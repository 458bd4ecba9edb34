import { describe, expect, it } from 'vitest';
import { fewestForSlope, slopeRank } from './kendall.ts';

/** Every order of 0..n-1, slowly: how many have at most `inversions` of them. */
function countOrders(n: number, inversions: number): { few: number; all: number } {
  const orders: number[][] = [[]];
  for (let next = 0; next < n; next += 1) {
    const longer = orders.flatMap((order) =>
      Array.from({ length: order.length + 1 }, (_, place) => order.toSpliced(place, 0, next)),
    );
    orders.splice(0, orders.length, ...longer);
  }
  const inverted = (order: number[]) =>
    order.reduce((sum, left, i) => sum + order.slice(i + 1).filter((right) => right < left).length, 0);
  return { few: orders.filter((order) => inverted(order) <= inversions).length, all: orders.length };
}

describe('slopeRank', () => {
  it.each([5, 6, 7])('drops as many of %d as counting every order allows', (n) => {
    const rank = slopeRank(n, 0.95) ?? 0;
    const inside = countOrders(n, rank - 1);
    const outside = countOrders(n, rank);
    expect((2 * inside.few) / inside.all).toBeLessThanOrEqual(0.05);
    expect((2 * outside.few) / outside.all).toBeGreaterThan(0.05);
  });

  it('says when no order is rare enough', () => {
    expect(slopeRank(4, 0.95)).toBeNull();
    expect(fewestForSlope(0.95)).toBe(5);
    expect(slopeRank(4, 0.8)).toBe(1);
    expect(fewestForSlope(0.8)).toBe(4);
  });
});
