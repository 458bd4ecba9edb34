import pg from 'pg';
import { loadLibrary } from '../../../src/features/library/jobs.ts';
import { openStore } from '../../../src/platform/database.ts';
import { migrate } from '../../../src/platform/migrate.ts';
import { places } from '../../../src/platform/places.ts';
import { freshWebBuild } from '../../../src/platform/serving/web-builder.ts';
import { startThrowawayPostgres } from '../../support/throwaway-postgres.ts';
import { JOURNEY_POSTGRES, JOURNEY_TEMPLATE } from './journey-database.ts';

/** Before the first journey: the screens are built once, and one PostgreSQL holds a database that every server clones. */
export default async function prepare(): Promise<() => Promise<void>> {
  await freshWebBuild((line) => process.stdout.write(`${line}\n`));
  const postgres = await startThrowawayPostgres();
  const { host, port, user, database } = postgres.connection;
  const admin = new pg.Client({ host, port, user, database });
  await admin.connect();
  await admin.query(`create database ${JOURNEY_TEMPLATE}`);
  await admin.end();
  const connection = { host, port, user, database: JOURNEY_TEMPLATE };
  await migrate(connection, places.migrations);
  const store = openStore(connection);
  await loadLibrary(store, places.library);
  await store.close();
  process.env[JOURNEY_POSTGRES] = JSON.stringify({ host, port, user });
  return () => postgres.stop();
}
