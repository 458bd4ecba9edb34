import type { Store } from '../../database.ts';
import { mediaFolder, spacesIn } from '../../media/media-folder.ts';
import { eraseSpace, unknownErasures, unnotedErasures } from '../../people/erasure-store.ts';
import { erasuresFile, noteErasures, readErasures } from './erasures-file.ts';
import { eraseMedia } from './erasures-in.ts';

/**
 * Before anything of a database is shown: what was erased stays so, though the database was brought back from a day before;
 * and what it knows of erasures is noted in the data folder for the next time. Files of spaces that are gone go too, where
 * a process was killed before it came to them.
 */
export async function holdErasures(
  store: Store,
  dataFolder: string,
  say: (line: string) => void,
): Promise<void> {
  const file = erasuresFile(dataFolder);
  const { erasures: noted, unreadable } = await readErasures(file);
  for (const line of unreadable)
    say(`Line ${line} of ${file} is not as Bottega writes it and was passed over: mend it, or take it out.`);
  const unknown = await unknownErasures(store, noted);
  for (const erasure of unknown) await eraseSpace(store, erasure, 'again');
  if (unknown.length > 0)
    say(`${spacesWere(unknown.length)} erased after this database was backed up, and here again just now.`);
  const unnoted = await unnotedErasures(store, noted);
  await noteErasures(dataFolder, unnoted);
  await removeLeftFiles(
    dataFolder,
    [...noted, ...unnoted].map(({ spaceId }) => spaceId),
  );
}

function spacesWere(count: number): string {
  return count === 1 ? 'One space was' : `${count} spaces were`;
}

async function removeLeftFiles(dataFolder: string, erased: readonly string[]): Promise<void> {
  if (erased.length === 0) return;
  const left = await spacesIn(mediaFolder(dataFolder));
  for (const spaceId of left.filter((id) => erased.includes(id))) await eraseMedia(dataFolder, spaceId);
}
