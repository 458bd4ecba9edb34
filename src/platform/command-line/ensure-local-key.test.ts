import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fixedClock, freshApp } from '../../../tests/support/fresh-app.ts';
import { endKey, ownerOfKey } from '../people/store.ts';
import { newKey } from '../session.ts';
import { ensureLocalKey } from './ensure-local-key.ts';

const { store } = await freshApp();

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bottega-key-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

it('the key of this machine is made once, in a folder and a file for its owner only', async () => {
  const folder = join(await newFolder(), 'data');
  const key = await ensureLocalKey(store, folder);
  expect(await ensureLocalKey(store, folder)).toBe(key);
  expect(await readFile(join(folder, 'local-key'), 'utf8')).toBe(`${key}\n`);
  expect(await readdir(folder)).toEqual(['local-key']);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'local-key'))).mode & 0o777).toBe(0o600);
});

it.each([
  ['of another database', async () => newKey()],
  ['cut short by a power failure', async () => 'btg_xy'],
  [
    'that was ended',
    async () => {
      const key = await ensureLocalKey(store, await newFolder());
      const owner = await ownerOfKey(store, key);
      await endKey(store, owner?.keyId ?? '', fixedClock.now());
      return key;
    },
  ],
])('a key %s is replaced, and nobody else can read the new one', async (_, makeKey) => {
  const folder = await newFolder();
  const old = await makeKey();
  await writeFile(join(folder, 'local-key'), `${old}\n`, { mode: 0o644 });
  const key = await ensureLocalKey(store, folder);
  expect(key).not.toBe(old);
  expect(await ownerOfKey(store, key)).toMatchObject({ kind: 'script' });
  expect((await stat(join(folder, 'local-key'))).mode & 0o777).toBe(0o600);
});
