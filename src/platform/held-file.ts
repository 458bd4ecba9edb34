import { existsSync, readSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './postgres/postgres-fault.ts';
import { Refusal } from './problems.ts';

/** A file whose pieces are read as they are needed, so that its size costs no memory. */
export type HeldFile = {
  readonly size: number;
  /** Less than was asked for where the file ends before. */
  read(start: number, end: number): Uint8Array;
  close(): Promise<void>;
};

export async function holdFile(path: string): Promise<HeldFile> {
  const handle = await open(path, 'r');
  return heldFile(handle, () => handle.close());
}

async function heldFile(handle: FileHandle, close: () => Promise<void>): Promise<HeldFile> {
  const { size } = await handle.stat();
  return {
    size,
    read: (start, end) => {
      const bytes = new Uint8Array(Math.max(0, end - start));
      return bytes.subarray(0, readSync(handle.fd, bytes, 0, bytes.length, start));
    },
    close,
  };
}

/** In many systems the first choice of temporary folders is memory; this one outlives a restart, so it lies on a disk. */
const ON_DISK = '/var/tmp';
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
export const isDiskFull = (error: unknown) => NO_ROOM.has(errorCode(error));

/**
 * What is sent, on the disk, readable by nobody else. Refused with `tooLarge` past `mostBytes`, and as `disk-full` where
 * there is no room.
 */
export async function holdBody(
  body: ReadableStream<Uint8Array> | null,
  mostBytes: number,
  tooLarge: Refusal,
): Promise<HeldFile> {
  const { handle, close } = await openNameless();
  try {
    await write(handle, body, mostBytes, tooLarge);
    return await heldFile(handle, close);
  } catch (error) {
    await close();
    throw isDiskFull(error) ? new Refusal('disk-full') : error;
  }
}

/** What has no name any more is gone with the process, however that ends. */
async function openNameless(): Promise<{ handle: FileHandle; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(existsSync(ON_DISK) ? ON_DISK : tmpdir(), 'bottega-upload-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const handle = await open(join(folder, 'body'), 'wx+', 0o600);
  // Windows keeps the name of what is open.
  await remove().catch(() => undefined);
  const close = async () => {
    await handle.close();
    await remove();
  };
  return { handle, close };
}

async function write(
  handle: FileHandle,
  body: ReadableStream<Uint8Array> | null,
  mostBytes: number,
  tooLarge: Refusal,
): Promise<void> {
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > mostBytes) throw tooLarge;
    await handle.writeFile(piece);
  }
}
