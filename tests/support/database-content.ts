import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Connection } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { readTables } from '../../src/platform/upkeep/catalog.ts';
import type { ScopedConnection } from './fresh-app.ts';

/** A database without any table, dropped at the test file's end. */
export async function emptyDatabase(): Promise<ScopedConnection> {
  const server = inject('server');
  const database = `test_${newId().replaceAll('-', '')}`;
  const postgres = { ...server, database: 'postgres' };
  await withClient(postgres, (client) => client.query(`create database ${database}`));
  afterAll(() => withClient(postgres, (client) => client.query(`drop database ${database} with (force)`)));
  return { ...server, database };
}

/** For each table how many rows it has and a digest of all of them: equal only where every value is. */
export async function contentOf(connection: Connection): Promise<Record<string, string>> {
  return withClient(connection, async (client) => {
    const content: Record<string, string> = {};
    for (const { name, sql } of await readTables(client)) {
      const { rows } = await client.query<{ content: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')) as content
         from ${sql} t`,
      );
      content[name] = rows[0]?.content ?? '';
    }
    return content;
  });
}

async function withClient<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
