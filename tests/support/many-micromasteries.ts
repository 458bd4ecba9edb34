import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MicromasteryDesign } from '../../src/features/library/contract.ts';
import { readMicromasteryFile } from '../../src/features/library/micromastery-file.ts';
import { countWords, saveDesign } from '../../src/features/library/store.ts';
import type { Store } from '../../src/platform/database.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { places } from '../../src/platform/places.ts';

const THINGS = [
  'kite',
  'ledger',
  'violin',
  'pottery',
  'chess',
  'kayak',
  'budget',
  'poem',
  'garden',
  'camera',
  'loom',
  'sermon',
];
const PLACES = [
  'Lisbon',
  'workshop',
  'kitchen',
  'station',
  'harbour',
  'office',
  'attic',
  'market',
  'school',
  'studio',
  'barn',
];

/** A library as large as a big organisation's: variations on the starter library, each with words of its own; the house's, or a person's. */
export async function fillLibrary(store: Store, count: number, spaceId = HOUSE_SPACE_ID): Promise<void> {
  const starters = readdirSync(places.library)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map(readStarter);
  const BATCH = 500;
  for (let from = 0; from < count; from += BATCH) {
    await store.inSpace(spaceId, async (trx) => {
      for (let index = from; index < Math.min(from + BATCH, count); index++) {
        const design = variation(starters, index);
        await saveDesign(trx, spaceId, idOfName(spaceId, design.slug), design);
      }
    });
  }
  await store.inSpace(spaceId, (trx) => countWords(trx, spaceId));
}

function readStarter(name: string): MicromasteryDesign {
  const reading = readMicromasteryFile(readFileSync(join(places.library, name), 'utf8'), name);
  if (reading.kind !== 'design') throw new Error(`${name} cannot be read`);
  return reading.design;
}

function variation(starters: readonly MicromasteryDesign[], index: number): MicromasteryDesign {
  const starter = starters[index % starters.length];
  if (starter === undefined) throw new Error('no starters');
  const thing = THINGS[index % THINGS.length] ?? '';
  const place = PLACES[index % PLACES.length] ?? '';
  return {
    ...starter,
    slug: `${starter.slug}-${index}`.slice(0, 80),
    title: `${starter.title.slice(0, 90)}, ${thing} ${index}`,
    needs: starter.needs.map((need) => `${need.slice(0, 120)} in the ${place}`),
    fields: [`${starter.fields[0] ?? ''} for ${thing}`.slice(0, 80), ...starter.fields.slice(1)],
  };
}
