import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandFolder, commandPlace } from '../../../tests/support/command-place.ts';

const folder = await commandFolder();
const here = await commandPlace(folder, 'derived');

it('derives what every practice says from its attempts, and says how sure each is', async () => {
  expect(await here('derive')).toMatchObject({ exitCode: 0, out: 'Derived anew: 0 practices, 0 takes.\n' });
  const rows = [31, 29, 33, 30, 32, 31, 30, 34].map((value, day) => `2026-03-0${day + 1},${value}\n`);
  await writeFile(join(folder, 'catches.csv'), ['date,catches\n', ...rows].join(''));
  expect(await here('import', 'attempts', 'catches.csv', '--new', 'Catches', '--yes')).toMatchObject({
    exitCode: 0,
  });
  const { exitCode, out } = await here('derive');
  expect(exitCode).toBe(0);
  const [practice, total] = out.split('\n');
  expect(practice).toMatch(
    /^“Catches”: 8 takes; the middle of the last 8 31 catches, .+ between \d+ and \d+ catches; the next ten about [\d.]+ catches, four in five between [\d.]+ and [\d.]+ catches$/,
  );
  expect(total).toBe('Derived anew: 1 practice, 8 takes.');
  const lines = (await here('derive', '--json')).out.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { title: 'Catches', picture: { n: 8, outlook: { kind: 'outlook' }, course: { n: 8 } } },
  ]);
});
