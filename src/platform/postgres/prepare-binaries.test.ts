import { chmod, mkdir, mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeLinks, prepareBinaries } from './prepare-binaries.ts';

let root: string;
let native: string;
let dataFolder: string;

beforeEach(async () => {
  root = await mkdtemp('/tmp/bottega-test-');
  native = join(root, 'native');
  dataFolder = join(root, 'data');
  for (const folder of [join(native, 'bin'), join(native, 'lib'), dataFolder]) {
    await mkdir(folder, { recursive: true });
  }
  for (const program of ['initdb', 'postgres'])
    await writeFile(join(native, 'bin', program), '', { mode: 0o700 });
  await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library', { mode: 0o600 });
  await writeFile(join(native, 'lib', 'libpq.a'), 'archive');
  const links = ['native/lib/libpq.so', 'native/lib/libpq.so.5', '../outside'];
  const list = links.map((target) => ({ source: 'native/lib/libpq.so.5.18', target }));
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(list));
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('makeLinks', () => {
  it('makes what no install script made, as often as it is asked, and nothing outside', async () => {
    await makeLinks(native);
    await makeLinks(native);
    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await readdir(root)).not.toContain('outside');
  });
});

describe('prepareBinaries', () => {
  const IN_PLACE = true;
  const prepare = (mayRunInPlace: boolean) =>
    prepareBinaries({ native, version: '18.4' }, dataFolder, mayRunInPlace);

  it('keeps a copy that the server may read, whoever could read the original', async () => {
    const bin = await prepare(!IN_PLACE);
    expect(bin).toBe(join(dataFolder, 'postgres', '18.4', 'bin'));
    expect((await stat(join(bin, 'postgres'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(bin, '..', 'lib', 'libpq.so.5'))).mode & 0o777).toBe(0o644);
    expect(await readdir(join(bin, '..', 'lib'))).not.toContain('libpq.a');
  });

  it('removes a copy that was cut short and makes a whole one', async () => {
    const postgres = join(dataFolder, 'postgres');
    // No process has a number that high.
    await mkdir(join(postgres, '18.4.making-99999999-0123abcd', 'native', 'bin'), { recursive: true });
    await prepare(!IN_PLACE);
    expect(await readdir(postgres)).toEqual(['18.4']);
  });

  it('runs them where they are, if they can run there', async () => {
    expect(await prepare(IN_PLACE)).toBe(join(native, 'bin'));
    expect(await readlink(join(native, 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
    expect(await readdir(dataFolder)).toEqual([]);
  });

  it('keeps a copy where they cannot', async () => {
    await chmod(join(native, 'bin', 'postgres'), 0o600);
    expect(await prepare(IN_PLACE)).toBe(join(dataFolder, 'postgres', '18.4', 'bin'));
  });

  it('lets two at once end with one whole copy', async () => {
    const [one, other] = await Promise.all([prepare(!IN_PLACE), prepare(!IN_PLACE)]);
    expect(one).toBe(other);
    expect(await readdir(join(dataFolder, 'postgres'))).toEqual(['18.4']);
  });
});
