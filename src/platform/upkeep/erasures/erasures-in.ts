import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaFolder } from '../../media/media-folder.ts';
import type { Erasures } from '../../people/finish-erasure.ts';
import { noteErasures } from './erasures-file.ts';

export function erasuresIn(dataFolder: string): Erasures {
  return {
    note: (erasures) => noteErasures(dataFolder, erasures),
    eraseMedia: (spaceId) => eraseMedia(dataFolder, spaceId),
  };
}

/** All recordings and files of a space, and what was on its way to become one. */
export async function eraseMedia(dataFolder: string, spaceId: string): Promise<void> {
  const { media, uploads } = mediaFolder(dataFolder);
  for (const folder of [media, uploads]) await rm(join(folder, spaceId), { recursive: true, force: true });
}
