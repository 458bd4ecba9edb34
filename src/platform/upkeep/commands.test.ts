import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { contentOf, emptyDatabase } from '../../../tests/support/database-content.ts';
import { fillServer } from '../../../tests/support/fill-server.ts';
import { freshApp, freshDatabase, type ScopedConnection } from '../../../tests/support/fresh-app.ts';
import { addressOf, runBottega } from '../../../tests/support/run-bottega.ts';

const folder = await mkdtemp(join(tmpdir(), 'bottega-upkeep-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const bottega = (where: ScopedConnection, ...args: readonly string[]) =>
  runBottega(args, { cwd: folder, env: { BOTTEGA_DATA: folder, DATABASE_URL: addressOf(where) } });

describe('bottega backup and restore', () => {
  it('carry everything from a running server into an empty one', async () => {
    const { person, connection } = await freshApp({ library: true });
    await fillServer(await person());
    const backup = await bottega(connection, 'backup', 'mine.gz', '--json');
    expect(backup).toMatchObject({ exitCode: 0, err: '' });
    const { bytes, rows } = JSON.parse(backup.out.toString());
    expect(bytes).toBe((await stat(join(folder, 'mine.gz'))).size);
    expect(rows['bottega.attempt']).toBe(21);

    await writeFile(join(folder, 'local-key'), 'a key of before');
    const target = await emptyDatabase();
    const restored = await bottega(target, 'restore', 'mine.gz', '--json');
    expect(restored).toMatchObject({ exitCode: 0, err: '' });
    expect(JSON.parse(restored.out.toString())).toMatchObject({ rows });
    expect(await contentOf(target)).toEqual(await contentOf(connection));
    await expect(stat(join(folder, 'local-key'))).rejects.toThrow('ENOENT');
  });

  it('pass a backup through a pipe', async () => {
    const source = await freshDatabase();
    const { exitCode, out, err } = await bottega(source, 'backup', '-');
    expect({ exitCode, err }).toEqual({
      exitCode: 0,
      err: expect.stringMatching(/^Backed up \d+ rows in \d+ tables\.\n$/),
    });
    await writeFile(join(folder, 'piped.gz'), out);
    const target = await emptyDatabase();
    const restored = await bottega(target, 'restore', 'piped.gz');
    expect(restored.exitCode).toBe(0);
    expect(restored.out.toString()).toMatch(
      /^Restored \d+ rows in \d+ tables, as they were on 20.*Z under Bottega \d/,
    );
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  it('say in one sentence what is wrong, and end with 1', async () => {
    const source = await freshDatabase();
    await writeFile(join(folder, 'there.gz'), 'precious');
    const refused = [
      await bottega(source, 'backup', 'there.gz'),
      await bottega(source, 'restore', 'there.gz'),
      await bottega(source, 'restore', 'none.gz'),
    ];
    for (const { exitCode, out, err } of refused) {
      expect({ exitCode, out: out.toString() }).toEqual({ exitCode: 1, out: '' });
      expect(err).toMatch(/^\S[^\n]+\.\n$/);
    }
    expect(await readFile(join(folder, 'there.gz'), 'utf8')).toBe('precious');
    expect((await bottega(source, 'restore')).exitCode).toBe(2);
  });
});
