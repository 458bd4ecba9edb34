import { expect, it } from 'vitest';
import { judgeFits } from './judge-fit.ts';

const abilities = new Map([
  ['strong', Math.log(4)],
  ['weak', 0],
]);
const judged = (winner: string, loser: string, n: number, judge: string) =>
  Array.from({ length: n }, () => ({ winner, loser, judge }));

it('is worked out by hand: the stronger wins four times in five', () => {
  const [fit] = judgeFits(
    [...judged('strong', 'weak', 7, 'ann'), ...judged('weak', 'strong', 3, 'ann')],
    abilities,
  );
  expect(fit?.infit).toBeCloseTo((7 * 0.04 + 3 * 0.64) / 1.6, 9);
  const reach = (1.959964 * Math.sqrt(10 * 0.16 * 0.36)) / 1.6;
  expect([fit?.usualLow, fit?.usualHigh]).toEqual([
    expect.closeTo(1 - reach, 6),
    expect.closeTo(1 + reach, 6),
  ]);
});

it('leaves out who judged under ten times, and nobody at all', () => {
  expect(
    judgeFits([...judged('strong', 'weak', 9, 'ann'), { winner: 'weak', loser: 'strong' }], abilities),
  ).toEqual([]);
});
