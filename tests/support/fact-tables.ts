import pg from 'pg';
import type { ScopedConnection } from './fresh-app.ts';

/** What people record is a fact; these rows are about them, or follow from facts. */
const NOT_RECORDED = ['person', 'micromastery', 'library_word', 'import_run', 'space_grant', 'media'];

/** Tables of a space that the role of requests may write, by the catalog: a new one is there by itself. */
export async function tablesOfFacts(connection: ScopedConnection): Promise<string[]> {
  const rows = await asOwner<{ name: string }>(
    connection,
    `select c.relname as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'bottega'
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id'
     where c.relkind = 'r' and has_table_privilege('bottega_app', c.oid, 'insert')
     order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => !NOT_RECORDED.includes(name));
}

/** How many rows of each table a space has. */
export async function countRows(
  connection: ScopedConnection,
  spaceId: string,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts = tables.map(
    (table) => `select '${table}' as name, count(*)::int as count from bottega.${table} where space_id = $1`,
  );
  const rows = await asOwner<{ name: string; count: number }>(connection, counts.join(' union all '), [
    spaceId,
  ]);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

async function asOwner<Row extends pg.QueryResultRow>(
  connection: ScopedConnection,
  statement: string,
  values: readonly string[] = [],
): Promise<Row[]> {
  const owner = new pg.Client(connection);
  await owner.connect();
  try {
    return (await owner.query<Row>(statement, [...values])).rows;
  } finally {
    await owner.end();
  }
}
