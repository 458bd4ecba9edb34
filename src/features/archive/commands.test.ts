import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandFolder, commandPlace } from '../../../tests/support/command-place.ts';
import { typingRaces } from '../../../tests/support/csv-upload.ts';

const folder = await commandFolder();
const here = await commandPlace(folder, 'here');
await writeFile(join(folder, 'races.csv'), typingRaces(500));
await here('log', 'juggling', '31', '--start', '--note', 'even');
await here('import', 'attempts', 'races.csv', '--new', 'Typing races', '--yes');

describe('bottega export and import archive', () => {
  const Report = z.object({ counts: z.record(z.string(), z.object({ added: z.int(), known: z.int() })) });

  it('moves everything to another server, never over a file that is there', async () => {
    const written = await here('export', 'mine.zip', '--json');
    expect(written.exitCode).toBe(0);
    const { counts } = z.object({ counts: z.record(z.string(), z.int()) }).parse(JSON.parse(written.out));
    expect((await stat(join(folder, 'mine.zip'))).mode & 0o777).toBe(0o600);
    const before = await readFile(join(folder, 'mine.zip'));
    const over = await here('export', 'mine.zip');
    expect(over).toMatchObject({ exitCode: 2, out: '' });
    expect(over.err).toContain('--force');
    expect(await readFile(join(folder, 'mine.zip'))).toEqual(before);
    expect((await here('export', 'mine.zip', '--force')).exitCode).toBe(0);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);

    const there = await commandPlace(folder, 'there');
    const taken = Report.parse(JSON.parse((await there('import', 'archive', 'mine.zip', '--json')).out));
    for (const [name, count] of Object.entries(counts)) {
      const of = taken.counts[name];
      expect([name, (of?.added ?? 0) + (of?.known ?? 0)]).toEqual([name, count]);
    }
    const again = Report.parse(JSON.parse((await there('import', 'archive', 'mine.zip', '--json')).out));
    expect(Object.values(again.counts).every(({ added }) => added === 0)).toBe(true);
  });

  it('goes to standard output whole, and refuses what is no archive', async () => {
    const stream = await here('export', '-');
    await writeFile(join(folder, 'stream.zip'), stream.bytes);
    expect((await here('import', 'archive', 'stream.zip')).exitCode).toBe(0);
    const none = await here('import', 'archive', 'races.csv');
    expect(none).toMatchObject({ exitCode: 1, out: '' });
    expect(none.err).toContain('not a whole ZIP file');
  });
});
