import { expect, it } from 'vitest';
import { runAnalysis } from '../../../tests/support/run-analysis.ts';
import { random } from '../../engine/random.ts';

const pool = (lines: readonly string[], ...args: readonly string[]) =>
  runAnalysis(
    'trial',
    lines,
    ...['--by', 'who', '--value', 'v', '--condition', 'level', '--probability', 'p', '--kind', 'rate'],
    ...['--pool', ...args],
  );

/** Rates of people who get better, their own effect of `b` about 0.2; every third row of a level `c` that does nothing. */
function rows(people: number, each: number): readonly string[] {
  const chance = random(31);
  const lines = ['who,v,level,p'];
  for (let person = 0; person < people; person += 1) {
    const own = 0.2 + 0.05 * chance.normal();
    for (let n = 0; n < each; n += 1) {
      const level = ['a', 'b', 'c'][chance.below(3)] ?? 'a';
      const line = 4 + 0.1 * Math.log(n + 1) + (level === 'b' ? own : 0) + 0.1 * chance.normal();
      lines.push(`p${person},${Math.exp(line).toFixed(3)},${level},${1 / 3}`);
    }
  }
  return lines;
}

it('tells one line a comparison, over people, with how unlike they are', async () => {
  const { results, exitCode } = await pool(rows(12, 60), '--smallest', '0.1');
  expect(exitCode).toBe(0);
  expect(results.map(({ level, against, people, leftOut }) => [level, against, people, leftOut])).toEqual([
    ['b', 'a', 12, 0],
    ['c', 'a', 12, 0],
  ]);
  const [b, c] = results;
  expect(b).toMatchObject({ verdict: 'better', scale: 'log' });
  expect(b.lower <= 0.2 && 0.2 <= b.upper).toBe(true);
  expect(b.attempts).toBeGreaterThan(12 * 30);
  expect(b.attempts).toBeLessThan(12 * 50);
  expect(b.tauLower <= b.tau && b.tau <= b.tauUpper).toBe(true);
  expect(b.i2 >= 0 && b.i2 < 1).toBe(true);
  expect(b.nextLower <= b.lower && b.upper <= b.nextUpper).toBe(true);
  expect(c.verdict).toBe('no-difference');
});

it('shares the 5% over its comparisons', async () => {
  const all = rows(12, 60);
  const two = all.filter((line) => !line.includes(',c,')).map((line) => line.replace(/,[^,]*$/, ',0.5'));
  const [three] = (await pool(all)).results;
  const [alone] = (await pool([all[0] ?? '', ...two.slice(1)])).results;
  // Of three levels a row tells its own probability only, so that the attempts are weighed otherwise.
  expect(three.estimate).toBeCloseTo(alone.estimate, 1);
  // Student's t at eleven degrees: 2.5931 at 1.25%, 2.2010 at 2.5%, a ratio of 1.18.
  const ratio = (three.upper - three.lower) / (alone.upper - alone.lower);
  expect(ratio).toBeGreaterThan(1.1);
  expect(ratio).toBeLessThan(1.3);
});

it('leaves out who never drew what the others are held against', async () => {
  const never = Array.from({ length: 40 }, (_, at) => `new,50,${at % 2 === 0 ? 'b' : 'c'},0.5`);
  const { results } = await pool([...rows(5, 60), ...never]);
  expect(results.map(({ people, leftOut }) => [people, leftOut])).toEqual([
    [5, 1],
    [5, 1],
  ]);
});

it('withholds what fewer than five people would show, and counts who had too few attempts', async () => {
  const four = await pool(rows(4, 60));
  expect(four.results).toEqual([
    { level: 'b', against: 'a', kind: 'too-few-people', have: 4, need: 5, leftOut: 0 },
    { level: 'c', against: 'a', kind: 'too-few-people', have: 4, need: 5, leftOut: 0 },
  ]);
  const withShort = [...rows(5, 60), 'new,50,a,0.5', 'new,60,b,0.5', 'other,60,b,0.5'];
  const { results } = await pool(withShort);
  expect(results[0]).toMatchObject({ level: 'b', people: 5, leftOut: 2 });
});

it('answers for one look, and not after every row', async () => {
  const { err, exitCode } = await pool(rows(5, 20), '--every');
  expect(err).toBe('--pool answers once, for one look: leave out --every.\n');
  expect(exitCode).toBe(2);
});
