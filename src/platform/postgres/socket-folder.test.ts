import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  checkSocketFolder,
  ownUid,
  prepareSocketFolder,
  removeSocketFolder,
  SOCKET_PORT,
  socketFolderOf,
  socketPath,
} from './socket-folder.ts';

/** macOS allows fewer bytes than Linux's 107. */
const SHORTEST_LIMIT_BYTES = 103;

describe('socketFolderOf', () => {
  it('keeps the path of the socket within the limit, however long the data folder is', () => {
    const folder = socketFolderOf(`/${'a very long däta folder/'.repeat(100)}`);
    expect(Buffer.byteLength(socketPath(folder, SOCKET_PORT))).toBeLessThanOrEqual(SHORTEST_LIMIT_BYTES);
  });

  it('gives every data folder its own', () => {
    expect(socketFolderOf('/a')).not.toBe(socketFolderOf('/b'));
    expect(socketFolderOf('/a')).toBe(socketFolderOf('/a'));
  });
});

describe('a socket folder', () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp('/tmp/bottega-test-');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('is made private, and found good the second time', async () => {
    const folder = join(parent, 'sockets');
    await prepareSocketFolder(folder, null);
    await prepareSocketFolder(folder, null);
    await checkSocketFolder(folder, ownUid());
  });

  it('is removed when nothing is left in it, and left alone where something is', async () => {
    const folder = join(parent, 'sockets');
    await prepareSocketFolder(folder, null);
    await writeFile(socketPath(folder, SOCKET_PORT), '');
    await removeSocketFolder(folder);
    await checkSocketFolder(folder, ownUid());
    await rm(socketPath(folder, SOCKET_PORT));
    await removeSocketFolder(folder);
    await removeSocketFolder(folder);
    expect(await readdir(parent)).toEqual([]);
  });

  it('is refused when others may enter', async () => {
    const folder = join(parent, 'sockets');
    await mkdir(folder);
    await chmod(folder, 0o750);
    await expect(prepareSocketFolder(folder, null)).rejects.toMatchObject({ code: 'unsafe-socket-folder' });
  });

  it('is refused when it is a link, even to a private folder', async () => {
    await mkdir(join(parent, 'elsewhere'), { mode: 0o700 });
    await symlink(join(parent, 'elsewhere'), join(parent, 'sockets'));
    await expect(prepareSocketFolder(join(parent, 'sockets'), null)).rejects.toMatchObject({
      code: 'unsafe-socket-folder',
    });
  });

  it('is refused when it belongs to somebody else', async () => {
    const folder = join(parent, 'sockets');
    await mkdir(folder, { mode: 0o700 });
    await expect(checkSocketFolder(folder, ownUid() + 1)).rejects.toMatchObject({
      code: 'unsafe-socket-folder',
    });
  });

  it('is refused where anyone could exchange it', async () => {
    const folder = join(parent, 'sockets');
    await mkdir(folder, { mode: 0o700 });
    await chmod(parent, 0o777);
    await expect(checkSocketFolder(folder, ownUid())).rejects.toMatchObject({ code: 'unsafe-socket-folder' });
  });
});
