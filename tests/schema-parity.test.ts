import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import pg from 'pg';
import { expect, it } from 'vitest';
import { freshDatabase } from './support/fresh-app.ts';

/** Columns by table, from the `Database` type in src/platform/schema.ts and what it is made of. */
function declaredColumns(): Map<string, string[]> {
  const tables = ['schema', 'experiment-tables'].flatMap((file) => tablesIn(`${file}.ts`));
  return new Map(
    tables.map(([table, type]) => [
      table,
      membersOf(type)
        .map(([name]) => name)
        .sort(),
    ]),
  );
}

function tablesIn(file: string): [string, TypeNode][] {
  const path = join(import.meta.dirname, '..', 'src', 'platform', file);
  const { program } = parseSync(path, readFileSync(path, 'utf8'));
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    if (declared?.type !== 'TSTypeAliasDeclaration') continue;
    const { typeAnnotation: type } = declared;
    return (type.type === 'TSIntersectionType' ? type.types : [type]).flatMap(membersOf);
  }
  throw new Error(`${file} declares no type`);
}

type TypeNode = { type: string; members?: unknown };

function membersOf(node: TypeNode): [string, TypeNode][] {
  if (node.type !== 'TSTypeLiteral' || !Array.isArray(node.members)) return [];
  return node.members.map((member) => [
    member.key.type === 'Literal' ? member.key.value : member.key.name,
    member.typeAnnotation.typeAnnotation,
  ]);
}

it('the Database type names exactly the tables and columns that the migrations make', async () => {
  const client = new pg.Client(await freshDatabase());
  await client.connect();
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select case when table_schema = 'bottega' then table_name else table_schema || '.' || table_name end as name,
           array_agg(column_name::text order by column_name collate "C") as columns
    from information_schema.columns
    where table_schema in ('bottega', 'bottega_session') and table_name not like 'migration%'
    group by 1`);
  await client.end();
  const made = new Map(rows.map((row) => [row.name, row.columns]));
  // Read with plain SQL only: one row, no query is built on it.
  made.delete('bottega_session.local_person');
  expect(Object.fromEntries(declaredColumns())).toEqual(Object.fromEntries(made));
});
