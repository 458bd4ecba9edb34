import { sql } from 'kysely';
import type { SpaceTransaction } from '../database.ts';
import { recordAsNamed } from '../facts/store.ts';
import { DEFAULT_SETTINGS, Settings } from './settings-contract.ts';

export const recordSetting = recordAsNamed('setting');

/** The newest of each name; what was never set, or is no longer known by this version, as it is by default. */
export async function readSettings(trx: SpaceTransaction, spaceId: string): Promise<Settings> {
  const { rows } = await sql<{ name: string; value: unknown }>`
    select distinct on (name) name, value from setting
    where space_id = ${spaceId}
    order by name, least(set_at, recorded_at) desc, id desc limit 100`.execute(trx);
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const { name, value } of rows) {
    const shape = Object.entries(Settings.shape).find(([known]) => known === name)?.[1];
    const read = shape?.safeParse(value);
    if (read?.success === true) settings[name] = read.data;
  }
  return Settings.parse(settings);
}
