import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { CommandFault } from '../command-line/run-command.ts';
import { HOUSE_SPACE_ID } from '../ids.ts';
import { readTables, type Table } from './catalog.ts';

const LEAVING_MILLISECONDS = 2_000;
const LOOK_MILLISECONDS = 50;

/**
 * Within the caller's transaction: keeps everybody else away from the tables to its end, and refuses a server that
 * another Bottega uses, or where somebody keeps anything. The person that the first start made is nobody yet.
 */
export async function refuseInUse(client: pg.ClientBase, ownConnections: number): Promise<void> {
  const tables = await readTables(client);
  if (tables.length > 0) {
    await client.query(`lock table ${tables.map(({ sql }) => sql).join(', ')} in access exclusive mode`);
  }
  await refuseOthers(client, ownConnections);
  if (tables.length > 0) await refuseKept(client, tables);
}

export function inUse(): CommandFault {
  return new CommandFault(
    'Another Bottega is using this database. Stop it and restore again; nothing was changed.',
  );
}

/** Whoever has just been stopped is counted until PostgreSQL has noticed. */
async function refuseOthers(client: pg.ClientBase, ownConnections: number): Promise<void> {
  for (let waited = 0; (await countOthers(client)) > ownConnections; waited += LOOK_MILLISECONDS) {
    if (waited >= LEAVING_MILLISECONDS) throw inUse();
    await wait(LOOK_MILLISECONDS);
  }
}

/** Every connection of ours says its name, and a server that runs keeps at least one. */
async function countOthers(client: pg.ClientBase): Promise<number> {
  // Within a transaction PostgreSQL would show the same picture again.
  await client.query('select pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::integer as others from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name ~ '^bottega'`,
  );
  return rows[0]?.others ?? 0;
}

async function refuseKept(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
  const holders = tables.filter(({ name, columns }) => columns.includes('space_id') && !isBookkeeping(name));
  const kept = [
    `select 'bottega.space' as name where exists (select from bottega.space where kind <> 'house'
       and id not in (select space_id from bottega_session.local_person))`,
    ...holders.map(
      ({ name, sql }) =>
        `select '${name}' where exists (select from ${sql} where space_id <> '${HOUSE_SPACE_ID}')`,
    ),
  ];
  const { rows } = await client.query<{ name: string }>(kept.join(' union all '));
  if (rows.length === 0) return;
  throw new CommandFault(
    `This server is not empty (${rows.map(({ name }) => name).join(', ')}): a backup is restored into an empty one only, and nothing was changed. Name an empty data folder: BOTTEGA_DATA=/path/to/a/new/folder.`,
  );
}

/** Written for the person of the first start, before they did anything. */
function isBookkeeping(name: string): boolean {
  return name === 'bottega.person' || name.startsWith('bottega_session.');
}
