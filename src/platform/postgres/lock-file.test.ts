import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearStaleLock, readServerLock } from './lock-file.ts';
import { ownUid } from './socket-folder.ts';

let cluster: string;
let path: string;

beforeEach(async () => {
  cluster = await mkdtemp('/tmp/bottega-test-');
  path = join(cluster, 'postmaster.pid');
});
afterEach(() => rm(cluster, { recursive: true, force: true }));

async function isCleared(): Promise<boolean> {
  await clearStaleLock(path, cluster, ownUid());
  return (await readdir(cluster)).length === 0;
}

describe('readServerLock', () => {
  it('reads a whole one, and one that is still being written', async () => {
    await writeFile(path, '77\n/data\n1700000000\n5432\n/run/sockets\n\n  5 6\nready   \n');
    expect(await readServerLock(cluster)).toEqual({
      pid: 77,
      port: 5432,
      socketFolder: '/run/sockets',
      isReady: true,
    });
    await writeFile(path, '77\n/data\n1700000000\n5432\n\n');
    expect(await readServerLock(cluster)).toMatchObject({ pid: 77, socketFolder: '', isReady: false });
  });

  it('finds none where none is, or where a server is only just making it', async () => {
    expect(await readServerLock(cluster)).toBeNull();
    await writeFile(path, '');
    expect(await readServerLock(cluster)).toBeNull();
  });
});

describe('clearStaleLock', () => {
  it('clears one whose number went to another living program, or to ourselves', async () => {
    const stranger = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], { cwd: cluster });
    await once(stranger, 'spawn');
    await writeFile(path, `${stranger.pid}\n`);
    expect(await isCleared()).toBe(true);
    stranger.kill('SIGKILL');
    await writeFile(path, `${process.pid}\n`);
    expect(await isCleared()).toBe(true);
  });

  it('leaves the lock of the dead to PostgreSQL, which looks for their children first', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(gone, 'exit');
    await writeFile(path, `${gone.pid}\n`);
    expect(await isCleared()).toBe(false);
  });

  it('leaves an empty one that a server may be about to write, and clears what a power failure left', async () => {
    await writeFile(path, '');
    expect(await isCleared()).toBe(false);
    await utimes(path, 0, 0);
    expect(await isCleared()).toBe(true);
  });

  it('clears an empty one that was made before the clock was put back', async () => {
    await writeFile(path, '');
    const ahead = Date.now() / 1000 + 86_400;
    await utimes(path, ahead, ahead);
    expect(await isCleared()).toBe(true);
  });

  it('leaves what it cannot read', async () => {
    await writeFile(path, 'not a number\n');
    expect(await isCleared()).toBe(false);
  });
});
