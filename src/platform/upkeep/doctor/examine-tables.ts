import type pg from 'pg';
import { HOUSE_SPACE_ID } from '../../ids.ts';
import { OLDEST_POSTGRES } from '../../open-database.ts';
import { places } from '../../places.ts';
import { namesIn } from './examine-installation.ts';
import { type Finding, note, ok, wrong } from './finding.ts';

const EXTENSIONS = ['btree_gin', 'pg_trgm', 'unaccent'];

/** Within a database that answers. */
export async function examineTables(client: pg.ClientBase): Promise<Finding[]> {
  const findings = [judgeVersion(await versionOf(client)), await examineExtensions(client)];
  const known = (await namesIn(places.migrations, '.sql')).map((name) => name.replace(/\.sql$/, ''));
  const applied = await appliedTo(client);
  findings.push(judgeMigrations(known, applied));
  if (applied.length === 0) return findings;
  findings.push(...(await examineRole(client)), await examineLibrary(client));
  return findings;
}

async function versionOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version ?? '';
}

export function judgeVersion(version: string): Finding {
  if (Number.parseInt(version, 10) >= OLDEST_POSTGRES) return ok('postgres', `PostgreSQL ${version}.`);
  return wrong(
    'postgres',
    `This is PostgreSQL ${version}, and Bottega needs ${OLDEST_POSTGRES} or later.`,
    'Upgrade it, or leave DATABASE_URL unset for the one that comes along.',
  );
}

async function examineExtensions(client: pg.ClientBase): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    'select name from pg_available_extensions where name = any($1)',
    [EXTENSIONS],
  );
  const missing = EXTENSIONS.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length === 0) return ok('extensions', `${EXTENSIONS.join(', ')} can be used.`);
  return wrong(
    'extensions',
    `This PostgreSQL lacks ${missing.join(', ')}.`,
    'Install its contrib package (on Debian it is part of postgresql-NN).',
  );
}

/** In the order in which they were applied. */
async function appliedTo(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query<{ name: string | null }>(
    `select to_regclass('bottega.migration') as name`,
  );
  if (found[0]?.name === null) return [];
  const { rows } = await client.query<{ name: string }>('select name from bottega.migration order by name');
  return rows.map(({ name }) => name);
}

export function judgeMigrations(known: readonly string[], applied: readonly string[]): Finding {
  if (applied.length === 0) return note('tables', 'There are none yet; the first start makes them.');
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return wrong(
      'tables',
      `They were made by a newer Bottega (${unknown.join(', ')}).`,
      'Start that version.',
    );
  }
  if (applied.some((name, index) => name !== known[index])) {
    const missed = known.slice(0, applied.length).filter((name) => !applied.includes(name));
    return wrong(
      'tables',
      `Migrations were left out (${missed.join(', ')}), though later ones were applied.`,
      'Restore a backup into an empty server, and report this.',
    );
  }
  const waiting = known.length - applied.length;
  if (waiting > 0)
    return note('tables', `${waiting} migrations behind; the next start of Bottega applies them.`);
  return ok('tables', `At this version (${applied.at(-1)}).`);
}

/** What keeps one person's rows from another: a role that owns nothing, and row-level security on every table. */
async function examineRole(client: pg.ClientBase): Promise<Finding[]> {
  const { rows: roles } = await client.query<{ mighty: boolean; member: boolean }>(
    `select rolsuper or rolbypassrls as mighty, pg_has_role(current_user, oid, 'member') as member
     from pg_roles where rolname = 'bottega_app'`,
  );
  const role = roles[0];
  if (role === undefined) {
    return [wrong('role', 'The role bottega_app is missing.', 'Restore a backup into an empty server.')];
  }
  const { rows } = await client.query<{ name: string; owned: boolean }>(
    `select n.nspname || '.' || c.relname as name, pg_get_userbyid(c.relowner) = 'bottega_app' as owned
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('bottega', 'bottega_session') and c.relkind in ('r', 'p')
       and (pg_get_userbyid(c.relowner) = 'bottega_app' or (n.nspname = 'bottega' and not c.relrowsecurity
            and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'space_id')))
     order by 1`,
  );
  const owned = rows.filter((row) => row.owned).map(({ name }) => name);
  const open = rows.filter((row) => !row.owned).map(({ name }) => name);
  return [judgeRole({ ...role, owned }), judgeSecurity(open)];
}

function judgeRole({
  mighty,
  member,
  owned,
}: {
  mighty: boolean;
  member: boolean;
  owned: readonly string[];
}): Finding {
  if (mighty) {
    return wrong(
      'role',
      'bottega_app may pass row-level security by.',
      'Run: ALTER ROLE bottega_app NOSUPERUSER NOBYPASSRLS;',
    );
  }
  if (owned.length > 0) {
    const remedy = `Give them back to the user of DATABASE_URL: ALTER TABLE ${owned[0]} OWNER TO <that user>;`;
    return wrong(
      'role',
      `bottega_app owns ${owned.join(', ')}, and an owner passes row-level security by.`,
      remedy,
    );
  }
  if (!member) {
    return wrong(
      'role',
      'The database user may not act as bottega_app.',
      'Run: GRANT bottega_app TO <that user>;',
    );
  }
  return ok('role', 'bottega_app owns nothing, and row-level security holds for it.');
}

function judgeSecurity(open: readonly string[]): Finding {
  if (open.length === 0) return ok('security', 'Row-level security is on for every table of the spaces.');
  const remedy = `Run for each: ALTER TABLE ${open[0]} ENABLE ROW LEVEL SECURITY; and find out who turned it off.`;
  return wrong('security', `Row-level security is off for ${open.join(', ')}.`, remedy);
}

async function examineLibrary(client: pg.ClientBase): Promise<Finding> {
  const files = (await namesIn(places.library, '.md')).length;
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from bottega.micromastery where space_id = $1',
    [HOUSE_SPACE_ID],
  );
  const loaded = rows[0]?.count ?? 0;
  if (loaded >= files) return ok('library', `${loaded} micromasteries are loaded.`);
  if (loaded === 0) return note('library', `None of ${files} files is loaded; the next start does it.`);
  return wrong(
    'library',
    `${loaded} of ${files} files are loaded.`,
    `Start Bottega again; if that does not help, “bottega library check ${places.library}/*.md” says why.`,
  );
}
