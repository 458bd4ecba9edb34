import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/migrate.ts';
import { places } from '../../src/platform/places.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    server: { host: string; port: number; user: string };
  }
}

export const TEMPLATE = 'bottega_template';

/** One server for a run, with one migrated database that every test file clones in tens of milliseconds. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const system = process.env.BOTTEGA_TEST_POSTGRES === 'system';
  const postgres = await startThrowawayPostgres({ system });
  const { host, port, user, database } = postgres.connection;
  const admin = new pg.Client({ host, port, user, database });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await migrate({ host, port, user, database: TEMPLATE }, places.migrations);
  project.provide('server', { host, port, user });
  return () => postgres.stop();
}
