import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Erasure } from '../../people/erasure-store.ts';
import { prepareDataFolder } from '../../postgres/data-folder.ts';
import { syncFolder } from '../../sync-folder.ts';

/** Outside the database, so that a backup of before, which knows nothing of them, is held against them. */
export const erasuresFile = (dataFolder: string) => join(dataFolder, 'erasures.jsonl');

const Line = z.object({ spaceId: z.uuid(), erasedAt: z.iso.datetime() });

export type NotedErasures = {
  readonly erasures: readonly Erasure[];
  /** Numbers of the lines that are not as Bottega writes them, from 1. */
  readonly unreadable: readonly number[];
};

/** None where there is no such file. */
export async function readErasures(file: string): Promise<NotedErasures> {
  const erasures: Erasure[] = [];
  const unreadable: number[] = [];
  for (const [index, text] of (await textOf(file)).split('\n').entries()) {
    if (text.trim() === '') continue;
    const line = Line.safeParse(parseJson(text));
    if (line.success) erasures.push(line.data);
    else unreadable.push(index + 1);
  }
  return { erasures, unreadable };
}

/** Each a line of its own, on the disk when this resolves. Readable by its owner only, though it names nobody. */
export async function noteErasures(dataFolder: string, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  const file = erasuresFile(await prepareDataFolder(dataFolder));
  // A line that was cut short by a power failure must not take this one with it.
  const before = await textOf(file);
  const lines = erasures.map(({ spaceId, erasedAt }) => `${JSON.stringify({ spaceId, erasedAt })}\n`);
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write((before === '' || before.endsWith('\n') ? '' : '\n') + lines.join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
