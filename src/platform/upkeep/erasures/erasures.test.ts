import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../../tests/support/database-content.ts';
import { fillServer } from '../../../../tests/support/fill-server.ts';
import {
  freshApp,
  freshDatabase,
  freshDataFolder,
  type ScopedConnection,
} from '../../../../tests/support/fresh-app.ts';
import { addressOf, runBottega } from '../../../../tests/support/run-bottega.ts';
import { readConfig } from '../../config.ts';
import { openStore } from '../../database.ts';
import { newId } from '../../ids.ts';
import { mediaFolder, mediaPath } from '../../media/media-folder.ts';
import { openDatabase } from '../../open-database.ts';
import { eraseSpace } from '../../people/erasure-store.ts';
import { createPerson, keepKey, ownerOfKey } from '../../people/store.ts';
import { places } from '../../places.ts';
import { newKey } from '../../session.ts';
import { backupToFile } from '../backup.ts';
import { readTables } from '../catalog.ts';
import { checkForRestore, restoreBackup } from '../restore.ts';
import { erasuresFile, noteErasures, readErasures } from './erasures-file.ts';
import { holdErasures } from './hold-erasures.ts';

const folder = await mkdtemp(join(tmpdir(), 'bottega-erasures-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Tables with a row that names the space anywhere. */
async function tablesWith(connection: ScopedConnection, spaceId: string): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const found: string[] = [];
  for (const { name, sql } of await readTables(client)) {
    const { rowCount } = await client.query(`select from ${sql} t where position($1 in t::text) > 0`, [
      spaceId,
    ]);
    if (rowCount !== 0) found.push(name);
  }
  await client.end();
  return found;
}

/** A backup with Nadia in it, who then erased her space, and Sven, who did not. */
async function eraseAfterBackup() {
  const home = await freshApp({ library: true });
  const [nadia, sven] = [await home.person('Nadia'), await home.person('Sven')];
  await fillServer(nadia);
  await fillServer(sven);
  const file = join(folder, `${newId()}.gz`);
  await backupToFile(home.connection, file, { version: '1.2.3', takenAt: new Date(), isForced: false });
  const body = JSON.stringify({ confirm: 'Nadia' });
  expect((await nadia.request('/api/erase', { method: 'POST', body })).status).toBe(200);
  return { file, nadia, sven, dataFolder: home.dataFolder };
}

const backup = await eraseAfterBackup();
const { nadia, sven } = backup;
const LEFT = ['bottega_session.erasure'];

describe('a backup of before the erasure', () => {
  it('is restored without what was erased, in the transaction of the restore', async () => {
    const target = await emptyDatabase();
    const { erasures } = await readErasures(erasuresFile(backup.dataFolder));
    expect(erasures).toMatchObject([{ spaceId: nadia.spaceId }]);
    const checked = await checkForRestore(backup.file, places.migrations);
    await restoreBackup(target, checked, 0, erasures);
    expect(await tablesWith(target, nadia.spaceId)).toEqual(LEFT);
    expect((await tablesWith(target, sven.spaceId)).length).toBeGreaterThan(20);
    const store = openStore(target);
    expect(await ownerOfKey(store, nadia.key)).toBeUndefined();
    expect(await ownerOfKey(store, sven.key)).toBeDefined();
    await store.close();
  });

  it('is restored so by “bottega restore”, which reads the file of the data folder, and the one that it is told of', async () => {
    for (const isNamed of [false, true]) {
      const target = await emptyDatabase();
      const elsewhere = await freshDataFolder();
      const env = {
        DATABASE_URL: addressOf(target),
        BOTTEGA_DATA: isNamed ? elsewhere : backup.dataFolder,
      };
      const named = isNamed ? ['--erasures', erasuresFile(backup.dataFolder)] : [];
      const { exitCode, out } = await runBottega(['restore', backup.file, ...named], { env });
      expect(exitCode).toBe(0);
      expect(out.toString()).toContain('Held against one erasure: nothing erased since came back.');
      expect(await tablesWith(target, nadia.spaceId)).toEqual(LEFT);
    }
  });

  it('is held against them at the next start, where nobody told the restore, and says what it did', async () => {
    const target = await emptyDatabase();
    await restoreBackup(target, await checkForRestore(backup.file, places.migrations), 0);
    expect((await tablesWith(target, nadia.spaceId)).length).toBeGreaterThan(20);
    const config = readConfig({ DATABASE_URL: addressOf(target), BOTTEGA_DATA: backup.dataFolder });
    const said: string[] = [];
    const database = await openDatabase(config, (line) => said.push(line));
    expect(said).toEqual([
      'One space was erased after this database was backed up, and here again just now.',
    ]);
    await database.close();
    expect(await tablesWith(target, nadia.spaceId)).toEqual(LEFT);
    await (await openDatabase(config, (line) => said.push(line))).close();
    expect(said).toHaveLength(1);
  });

  it('is not restored at all beside a file of erasures that cannot be read', async () => {
    const target = await emptyDatabase();
    const broken = join(folder, 'broken.jsonl');
    await writeFile(broken, `{"spaceId":"${nadia.spaceId}","erasedAt":"2026-03-02T10:00:00Z"}\n{"spaceId":`);
    const env = { DATABASE_URL: addressOf(target), BOTTEGA_DATA: await freshDataFolder() };
    const refusals = [
      await runBottega(['restore', backup.file, '--erasures', broken], { env }),
      await runBottega(['restore', backup.file, '--erasures', join(folder, 'none')], { env }),
    ];
    expect(refusals.map(({ exitCode }) => exitCode)).toEqual([1, 1]);
    expect(refusals[0]?.err).toContain(
      `Line 2 of ${broken} is not as Bottega writes it. Nothing was changed`,
    );
    expect(refusals[1]?.err).toContain('There is no file');
    expect(await tablesWith(target, nadia.spaceId)).toEqual([]);
  });
});

describe('the file of erasures', () => {
  it('is for its owner only, gets a line for each, and survives one that was cut short', async () => {
    const dataFolder = join(await freshDataFolder(), 'new');
    const [first, second] = [newId(), newId()].map((spaceId) => ({
      spaceId,
      erasedAt: '2026-03-02T10:00:00.000Z',
    }));
    if (first === undefined || second === undefined) throw new Error('two are made');
    await noteErasures(dataFolder, [first]);
    expect((await stat(erasuresFile(dataFolder))).mode & 0o777).toBe(0o600);
    await writeFile(erasuresFile(dataFolder), `${await readFile(erasuresFile(dataFolder), 'utf8')}{"spa`);
    await noteErasures(dataFolder, [second]);
    expect(await readErasures(erasuresFile(dataFolder))).toEqual({
      erasures: [first, second],
      unreadable: [2],
    });
  });

  it('is brought up to what the database knows, and files of spaces that are gone are removed', async () => {
    const store = openStore(await freshDatabase());
    const dataFolder = await freshDataFolder();
    const [gone, kept] = [await createPerson(store, 'Nadia'), await createPerson(store, 'Sven')];
    const key = newKey();
    await keepKey(store, key, { kind: 'script', spaceId: gone, label: 'hers' });
    for (const spaceId of [gone, kept]) {
      const path = mediaPath(mediaFolder(dataFolder), spaceId, 'c'.repeat(64));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, 'a recording');
    }
    // As a process leaves it that was killed right after the rows were gone.
    await eraseSpace(store, { spaceId: gone, erasedAt: '2026-03-02T10:00:00.000Z' }, 'asked');
    const said: string[] = [];
    await holdErasures(store, dataFolder, (line) => said.push(line));
    expect((await readErasures(erasuresFile(dataFolder))).erasures).toEqual([
      { spaceId: gone, erasedAt: '2026-03-02T10:00:00.000Z' },
    ]);
    expect(await readdir(mediaFolder(dataFolder).media)).toEqual([kept]);
    expect(said).toEqual([]);
    await store.close();
  });

  it('with a line that cannot be read does not stop a start, which names it', async () => {
    const store = openStore(await freshDatabase());
    const dataFolder = await freshDataFolder();
    await writeFile(erasuresFile(dataFolder), 'what is this\n');
    const said: string[] = [];
    await holdErasures(store, dataFolder, (line) => said.push(line));
    expect(said).toEqual([expect.stringMatching(/^Line 1 of .*erasures\.jsonl is not as Bottega writes it/)]);
    await store.close();
  });
});
