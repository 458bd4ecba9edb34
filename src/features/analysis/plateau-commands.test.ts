import { describe, expect, it } from 'vitest';
import { runAnalysis } from '../../../tests/support/run-analysis.ts';

const run = (command: 'plateau' | 'retention', lines: readonly string[], ...args: readonly string[]) =>
  runAnalysis(command, lines, '--by', 'who', '--value', 'v', ...args);

/** Sixty takes of ann, six a day from the first of March on, 100 up by two each; one of ben. */
const ROWS = [
  'who,v,at',
  ...Array.from({ length: 60 }, (_, place) => {
    const day = String(Math.floor(place / 6) + 1).padStart(2, '0');
    return `ann,${100 + 2 * place + 4 * (place % 3)},2026-03-${day}T10:0${place % 6}:00Z`;
  }),
  'ben,3,2026-03-01T10:00:00Z',
];

describe('bottega plateau', () => {
  it('answers each group once, and every row where that is asked', async () => {
    const { results, exitCode } = await run('plateau', ROWS, '--time', 'at', '--kind', 'rate');
    expect(exitCode ?? 0).toBe(0);
    const [ann, ben] = results;
    expect(ann).toMatchObject({
      by: 'ann',
      n: 60,
      kind: 'improving',
      attempts: 50,
      smallest: 0.03,
      scale: 'log',
    });
    expect(ann.lower).toBeGreaterThan(0);
    expect(ben).toEqual({ by: 'ben', n: 1, kind: 'too-few-attempts', have: 1, need: 8 });
    const every = await run('plateau', ROWS, '--kind', 'rate', '--every');
    expect(every.results.map(({ by, n }) => `${by} ${n}`).slice(58)).toEqual(['ann 59', 'ann 60', 'ben 1']);
  });

  it('refuses a difference that is none', async () => {
    const { err, exitCode } = await run('plateau', ROWS, '--smallest', '0');
    expect(err).toBe('--smallest is a number above 0, such as 0.03.\n');
    expect(exitCode).toBe(2);
  });
});

describe('bottega retention', () => {
  it('tells the first takes after time away, and whether the target holds', async () => {
    const { results } = await run('retention', ROWS, '--time', 'at', '--target', '200', '--at', '2026-03-31');
    const [ann, ben] = results;
    expect(ann).toMatchObject({ by: 'ann', n: 60, at: '2026-03-31T00:00:00.000Z', scale: 'log' });
    expect(ann.target).toMatchObject({ value: 200, reachedOnce: true, reachedAtAttempt: 48 });
    expect(ann.first.lower80).toBeLessThan(ann.first.mean);
    expect(ann.first.upper80).toBeGreaterThan(ann.first.mean);
    expect(ben).toEqual({ by: 'ben', kind: 'too-few-attempts', have: 1, need: 5 });
  });

  it('uses nothing that came later than the moment asked about', async () => {
    const early = await run('retention', ROWS, '--time', 'at', '--at', '2026-03-03T00:00:00Z');
    expect(early.results[0]).toMatchObject({ by: 'ann', n: 12 });
  });

  it('gives no probability for a range, and refuses a time that is none', async () => {
    const range = await run('retention', ROWS, '--time', 'at', '--better', 'within:150..160');
    expect(range.results[0].target).toEqual({ reachedOnce: true, reachedAtAttempt: 24 });
    const wrong = await run('retention', ROWS, '--time', 'at', '--at', 'soon');
    expect(wrong.err).toBe('--at is written as 2026-11-21T18:30:00Z or in seconds.\n');
    expect(wrong.exitCode).toBe(2);
  });
});
