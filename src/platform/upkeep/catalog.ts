import type pg from 'pg';

/** Everything that Bottega keeps lies in these; a test holds them against what the migrations make. */
export const SCHEMAS: readonly string[] = ['bottega', 'bottega_session'];

export type Table = {
  /** With its schema, as in "bottega.attempt". */
  readonly name: string;
  /** Quoted, for a statement. */
  readonly sql: string;
  /** Without those that PostgreSQL computes. */
  readonly columns: readonly string[];
};

/** Read from the catalog, so that no list must be kept: a table comes after those that its foreign keys name. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'r' and c.relpersistence = 'p'
     order by 1`,
    [SCHEMAS],
  );
  return orderByReferences(rows, await readReferences(client));
}

export type Sequence = {
  readonly name: string;
  readonly sql: string;
  /** The last number it gave out, null where it gave none. */
  readonly value: string | null;
};

/** Those of identity columns as well. */
export async function readSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select schemaname || '.' || sequencename as name, format('%I.%I', schemaname, sequencename) as sql,
            last_value::text as value
     from pg_sequences where schemaname = any($1) order by 1`,
    [SCHEMAS],
  );
  return rows;
}

export type Reference = { readonly from: string; readonly to: string };

/** Those that can wait for the end of a transaction put nothing in order, and may go round in a circle. */
async function readReferences(client: pg.ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to
     from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
     join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and not k.condeferrable and k.conrelid <> k.confrelid and fn.nspname = any($1)`,
    [SCHEMAS],
  );
  return rows;
}

export function orderByReferences<T extends { readonly name: string }>(
  tables: readonly T[],
  references: readonly Reference[],
): T[] {
  const ordered: T[] = [];
  const done = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name }) =>
      references.every(
        ({ from, to }) => from !== name || done.has(to) || !tables.some((it) => it.name === to),
      ),
    );
    if (ready.length === 0) {
      throw new Error(`foreign keys go round in a circle: ${waiting.map(({ name }) => name).join(', ')}`);
    }
    for (const table of ready) {
      ordered.push(table);
      done.add(table.name);
    }
    waiting = waiting.filter(({ name }) => !done.has(name));
  }
  return ordered;
}
