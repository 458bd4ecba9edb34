import { expect, it } from 'vitest';
import { runAnalysis } from '../../../tests/support/run-analysis.ts';

const judge = (lines: readonly string[], ...args: readonly string[]) => runAnalysis('judge', lines, ...args);

const pairs = (row: string, n: number) => Array.from({ length: n }, () => row);
const COMPARED = [
  'better,worse,who,even',
  ...pairs('a,b,ann,no', 16),
  ...pairs('b,a,ann,', 4),
  ...pairs('b,c,bo,no', 16),
  ...pairs('c,b,bo,0', 4),
  ...pairs('a,c,ann,no', 19),
  ...pairs('c,a,bo,no', 1),
];
const columns = ['--winner', 'better', '--other', 'worse'];

it('tells the scale, its pieces from the best on, and its judges', async () => {
  const { results } = await judge(COMPARED, ...columns, '--judge', 'who', '--tie', 'even');
  const [scale, ...others] = results;
  expect(scale).toMatchObject({ kind: 'scale', items: 3, n: 60, reliability: expect.closeTo(0.949, 3) });
  expect(others.map(({ kind, item, judge: who }) => [kind, item ?? who])).toEqual([
    ['item', 'a'],
    ['item', 'b'],
    ['item', 'c'],
    ['judge', 'ann'],
    ['judge', 'bo'],
  ]);
});

it('takes a tie as one', async () => {
  const { results } = await judge([...COMPARED, 'a,b,ann,yes'], ...columns, '--tie', 'even');
  expect(results[1]).toMatchObject({ item: 'a', n: 41, wins: 35.5 });
});

it('withholds the pieces of a scale that is not reliable, and tells groups apart', async () => {
  const even = ['better,worse', ...pairs('a,b', 5), ...pairs('b,c', 5), ...pairs('c,a', 5)];
  expect((await judge(even, ...columns)).results).toMatchObject([
    { kind: 'not-reliable-enough', need: 0.8, n: 15 },
  ]);
  const apart = ['better,worse', ...pairs('a,b', 9), ...pairs('c,b', 9), ...pairs('d,e', 5)];
  expect((await judge(apart, ...columns)).results).toEqual([
    { kind: 'not-connected', groups: 2, largest: 3, apart: ['d', 'e'] },
  ]);
});

it('tells the agreement of raters', async () => {
  const rows = [0, 1, 2, 3, 4, 5].flatMap((item) => [
    `${item},x,${item % 3}`,
    `${item},y,${(item + (item === 5 ? 1 : 0)) % 3}`,
  ]);
  const asked = ['--alpha', '--item', 'item', '--rater', 'rater', '--rating', 'rating', '--level'];
  const { results } = await judge(['item,rater,rating', ...rows], ...asked, 'nominal');
  expect(results).toMatchObject([{ kind: 'agreement', n: 6, ratings: 12, ratedAs: 'nominal' }]);
  expect(results[0].lower <= results[0].alpha && results[0].alpha <= results[0].upper).toBe(true);
});

it.each([
  [
    ['better,worse', 'a,a', ',b'],
    columns,
    1,
    'Line 2: “a” is compared with itself.\nLine 3: the column “better” is empty.',
  ],
  [['better,worse,even', 'a,b,perhaps'], [...columns, '--tie', 'even'], 1, 'Line 2: a tie is yes or no'],
  [['better,worse'], ['--winner', 'better'], 2, 'Comparisons need --winner, --other.'],
  [['i,r,x'], ['--alpha', '--item', 'i'], 2, 'Ratings with --alpha need --item, --rater, --rating, --level.'],
  [
    ['i,r,x', '1,a,good', '1,a,5'],
    ['--alpha', '--item', 'i', '--rater', 'r', '--rating', 'x', '--level', 'ordinal'],
    1,
    'Line 2: “good” is no number, and ordinal ratings are.\nLine 3: a rated 1 on line 2 already.',
  ],
])('refuses %j with %j', async (lines, args, code, words) => {
  const { results, err, exitCode } = await judge(lines, ...args);
  expect([results, exitCode]).toEqual([[], code]);
  expect(err).toContain(words);
});
