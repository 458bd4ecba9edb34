import { expect, it } from 'vitest';
import { runAnalysis } from '../../../tests/support/run-analysis.ts';

/** Three levels, each drawn with a third; b is ten words better. */
const THREE = [
  'who,words,seat,p',
  ...Array.from({ length: 120 }, (_, place) => {
    const level = ['a', 'b', 'c'][(place * 7 + Math.floor(place / 5)) % 3];
    return `ann,${60 + ((place * 5) % 11) + (level === 'b' ? 10 : 0)},${level},0.3333`;
  }),
];

const trial = (...asked: readonly string[]) =>
  runAnalysis(
    'trial',
    THREE,
    ...['--by', 'who', '--value', 'words', '--condition', 'seat', '--probability', 'p', '--kind', 'rate'],
    ...asked,
  );

it('holds each of three levels against the first', async () => {
  const { results } = await trial();
  expect(results).toMatchObject([
    { by: 'ann', n: 120, level: 'b', against: 'a', verdict: 'better', scale: 'log' },
    { by: 'ann', n: 120, level: 'c', against: 'a', verdict: 'not-enough', scale: 'log' },
  ]);
});

it('says more where it is told that no level was ever rare', async () => {
  const [unknown, told] = [(await trial()).results[0], (await trial('--floor', '0.33')).results[0]];
  expect(told.upper - told.lower).toBeLessThan(unknown.upper - unknown.lower);
});

it.each(['0', '0.7', 'x'])('refuses a floor of %s', async (floor) => {
  const { results, err, exitCode } = await trial('--floor', floor);
  expect([results, exitCode]).toEqual([[], 2]);
  expect(err).toContain('--floor is a probability');
});
