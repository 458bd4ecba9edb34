import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaFolder } from '../../media/media-folder.ts';
import type { ErasurePorts } from '../../people/erase-routes.ts';
import { noteErasures } from './erasures-file.ts';

/** What an erasure does beside the rows of the database. */
export function erasuresIn(dataFolder: string): ErasurePorts['erasures'] {
  return {
    note: (erasure) => noteErasures(dataFolder, [erasure]),
    eraseMedia: (spaceId) => eraseMedia(dataFolder, spaceId),
  };
}

/** All recordings and files of a space, and what was on its way to become one. */
export async function eraseMedia(dataFolder: string, spaceId: string): Promise<void> {
  const { media, uploads } = mediaFolder(dataFolder);
  for (const folder of [media, uploads]) await rm(join(folder, spaceId), { recursive: true, force: true });
}
