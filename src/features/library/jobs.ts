import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../../platform/database.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../platform/ids.ts';
import type { MicromasteryDesign } from './contract.ts';
import { readMicromasteryFile } from './micromastery-file.ts';
import { countWords, saveDesign } from './store.ts';

export type LoadReport = {
  readonly files: number;
  readonly changed: number;
  readonly unreadable: readonly string[];
};

/**
 * Brings the house's library in line with its files: a new file is a new micromastery, a changed one a new version that
 * no practice is moved to. A file that cannot be read is named and left as it was; the others are loaded all the same.
 */
export async function loadLibrary(store: Store, folder: string): Promise<LoadReport> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const readings = await Promise.all(
    names.map(async (name) => readMicromasteryFile(await readFile(join(folder, name), 'utf8'), name)),
  );
  const designs: MicromasteryDesign[] = [];
  const unreadable: string[] = [];
  for (const [index, reading] of readings.entries()) {
    if (reading.kind === 'design') designs.push(reading.design);
    else unreadable.push(...reading.faults.map((fault) => `${names[index]}:${fault.line}: ${fault.message}`));
  }
  const changed = await store.inSpace(HOUSE_SPACE_ID, async (trx) => {
    let count = 0;
    for (const design of designs) {
      const saved = await saveDesign(trx, HOUSE_SPACE_ID, idOfName(HOUSE_SPACE_ID, design.slug), design);
      if (saved.outcome !== 'same') count += 1;
    }
    if (count > 0) await countWords(trx, HOUSE_SPACE_ID);
    return count;
  });
  return { files: designs.length, changed, unreadable };
}
