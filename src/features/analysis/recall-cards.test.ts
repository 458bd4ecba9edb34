import { expect, it } from 'vitest';
import { runAnalysis } from '../../../tests/support/run-analysis.ts';

const cards = (lines: readonly string[], ...args: readonly string[]) =>
  runAnalysis('retention', lines, '--cards', '--by', 'card', '--value', 'grade', '--time', 'at', ...args);

const REVIEWS = [
  'card,at,grade',
  'bowline,2026-03-01T10:00:00Z,good',
  'sheet bend,2026-03-01T10:01:00Z,again',
  'bowline,2026-03-03T10:00:00Z,good',
  'clove hitch,2026-03-04T10:00:00Z,1',
  'sheet bend,2026-03-02T10:01:00Z,0',
];

it('tells of each card when it is due and the chance that it comes back, and names the model', async () => {
  const { results, exitCode } = await cards(REVIEWS, '--at', '2026-03-10T10:00:00Z');
  expect(exitCode).toBe(0);
  expect(results.map(({ by, n }) => `${by} ${n}`)).toEqual(['bowline 2', 'sheet bend 2', 'clove hitch 1']);
  const [bowline, bend, hitch] = results;
  expect(bowline).toMatchObject({
    at: '2026-03-10T10:00:00.000Z',
    retention: 0.9,
    model: 'FSRS-6, default weights',
  });
  expect(bowline.isDue).toBe(bowline.due <= bowline.at);
  expect(bend.isDue).toBe(true);
  expect(bowline.recall).toBeGreaterThan(bend.recall);
  // Shown once, passed: 2.3065 days until nine in ten come back.
  expect(hitch.stabilityDays).toBeCloseTo(2.3065, 6);
  expect(hitch.due).toBe('2026-03-06T17:21:21.600Z');
});

it('is due later where fewer need to come back, and speaks of the latest review unless told when', async () => {
  const [usual] = (await cards(REVIEWS)).results;
  const [later] = (await cards(REVIEWS, '--least', '0.7')).results;
  expect(usual.at).toBe('2026-03-04T10:00:00.000Z');
  expect(later.due > usual.due).toBe(true);
});

it('uses nothing later than the moment asked about', async () => {
  const { results } = await cards(REVIEWS, '--at', '2026-03-02T00:00:00Z');
  expect(results.map(({ by, n, kind }) => [by, n ?? kind])).toEqual([
    ['bowline', 1],
    ['sheet bend', 1],
    ['clove hitch', 'not-shown-yet'],
  ]);
});

it('refuses bad rows by their lines, and options that are of skills', async () => {
  const bad = ['card,at,grade', 'a,2026-03-01,fine', ',2026-03-01,good', 'a,soon,good'];
  const { results, err, exitCode } = await cards(bad);
  expect([results, exitCode]).toEqual([[], 1]);
  expect(err).toContain(
    'Line 2: “fine” is no grade: write again, hard, good or easy, or 0 and 1 for a pass.',
  );
  expect(err).toContain('Line 3: the column “card” is empty.');
  expect(err).toContain('Line 4: the time cannot be read');
  for (const more of [
    ['--kind', 'rate'],
    ['--better', 'lower'],
    ['--target', '3'],
    ['--sort', 'speed'],
  ])
    expect(await cards(REVIEWS, ...more)).toMatchObject({
      err: '--cards takes grades: leave out --kind, --better, --target and --sort.\n',
      exitCode: 2,
    });
  expect(await cards(REVIEWS, '--least', '1')).toMatchObject({
    err: '--least lies between 0 and 1, such as 0.9.\n',
    exitCode: 2,
  });
});
