import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { places } from '../src/platform/places.ts';
import { socketFolderOf } from '../src/platform/postgres/socket-folder.ts';

/** Not os.tmpdir(): under sudo that may be a private folder of the user who asked. */
const folder = await mkdtemp('/tmp/bottega-package-');
const home = join(folder, 'home');
/** Beside it: the database's own user must reach it, and nobody else may enter ours. */
const dataFolder = await mkdtemp('/tmp/bottega-package-data-');
const bottega = join(home, 'node_modules', '.bin', 'bottega');
const PACK_MILLISECONDS = 180_000;

afterAll(async () => {
  await rm(socketFolderOf(dataFolder), { recursive: true, force: true });
  await rm(dataFolder, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** Whatever Node the machine has: not the one of this checkout, which npm puts first. */
const PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((entry) => !entry.includes(`${sep}node_modules${sep}`))
  .join(delimiter);

type Answer = { readonly exitCode: number | null; readonly out: string; readonly err: string };

function run(command: string, args: readonly string[], cwd: string, path = PATH): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: path, BOTTEGA_DATA: dataFolder, PORT: '0' },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) =>
      resolve({ exitCode, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ dev: z.boolean().optional(), version: z.string().optional() }),
  ),
});

/** Just what was published, and the very versions of everything else that were tested with it. */
async function installPackage(tarball: string): Promise<void> {
  const spec = `file:${relative(home, tarball)}`;
  const description = { name: 'home', version: '1.0.0', dependencies: { bottega: spec } };
  const { packages } = Lock.parse(JSON.parse(await readFile(join(places.root, 'package-lock.json'), 'utf8')));
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const { dependencies, optionalDependencies, bin, engines } = z
    .looseObject({})
    .parse(JSON.parse(await readFile(join(places.root, 'package.json'), 'utf8')));
  const own = { version: '0.0.0', resolved: spec, dependencies, optionalDependencies, bin, engines };
  const lock = {
    ...description,
    lockfileVersion: 3,
    requires: true,
    packages: { '': description, 'node_modules/bottega': own, ...Object.fromEntries(needed) },
  };
  await mkdir(home);
  await writeFile(join(home, 'package.json'), JSON.stringify(description));
  await writeFile(join(home, 'package-lock.json'), JSON.stringify(lock));
  const flags = ['--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  const installed = await run('npm', ['ci', ...flags], home);
  expect(installed.exitCode, installed.err).toBe(0);
}

/** From a copy, so that packing builds nothing into the checkout that others use meanwhile. */
async function packCopy(): Promise<string> {
  const copy = join(folder, 'checkout');
  const isSource = (path: string) =>
    !['node_modules', 'dist', '.git', 'test-results'].includes(relative(places.root, path));
  await cp(places.root, copy, { recursive: true, filter: isSource });
  await symlink(join(places.root, 'node_modules'), join(copy, 'node_modules'));
  const packed = await run('npm', ['pack', '--pack-destination', folder], copy, process.env.PATH);
  expect(packed.exitCode, packed.err).toBe(0);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  expect(tarball, packed.err).toBeDefined();
  return join(folder, tarball ?? '');
}

beforeAll(async () => installPackage(await packCopy()), PACK_MILLISECONDS);

describe('the installed package', () => {
  it('has everything it needs and nothing else', async () => {
    const installed = join(home, 'node_modules', 'bottega');
    const names = (await readdir(installed)).filter((name) => name !== 'node_modules').sort();
    expect(names).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'library',
      'migrations',
      'package.json',
    ]);
    expect((await readdir(join(installed, 'dist'))).sort()).toEqual(['server', 'web']);
    const built = await readdir(join(installed, 'dist'), { recursive: true });
    expect(built.filter((name) => basename(name).includes('.test.'))).toEqual([]);
  });

  it('runs under whatever Node there is', async () => {
    const { version } = JSON.parse(await readFile(join(places.root, 'package.json'), 'utf8'));
    expect(await run(bottega, ['--version'], folder)).toEqual({ exitCode: 0, out: `${version}\n`, err: '' });
    const doctor = await run(bottega, ['doctor'], folder);
    expect(doctor.out).toMatch(/^ok +node: Node (2[4-9]|[3-9]\d)\./);
    expect(doctor).toMatchObject({ exitCode: 0, err: '' });
  });

  it('passes on how a command ended', async () => {
    expect((await run(bottega, ['no-such-command'], folder)).exitCode).toBe(2);
    const file = join(home, 'node_modules', 'bottega', 'library', 'bowline.md');
    const checked = await run(bottega, ['library', 'check', file], folder);
    expect(checked).toMatchObject({ exitCode: 0, err: '' });
  });

  it('serves, and stops when it is told to', async () => {
    const server = spawn(bottega, ['serve', '--no-open'], {
      cwd: dirname(folder),
      env: { ...process.env, PATH, BOTTEGA_DATA: dataFolder, PORT: '0', HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
    try {
      const link = new URL(await readyLink(server));
      const health = await fetch(new URL('/health', link));
      expect(await health.json()).toMatchObject({ status: 'ok' });
      const page = await fetch(new URL('/', link), { headers: { accept: 'text/html' } });
      expect(await page.text()).toContain('<html');
    } finally {
      server.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  }, 60_000);
});

async function readyLink(server: ChildProcess): Promise<string> {
  let said = '';
  server.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  while (server.exitCode === null) {
    const link = /ready at (\S+)/.exec(said)?.[1];
    if (link !== undefined) return link;
    await wait(20);
  }
  throw new Error(`bottega serve ended: ${said}`);
}
