import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshDatabase, type ScopedConnection } from '../../tests/support/fresh-app.ts';
import { addressOf } from '../../tests/support/run-bottega.ts';
import { listenFor, speakError } from '../../tests/support/spoken-postgres.ts';
import { addressed, isConnectionLost, openStore } from './database.ts';

const NOWHERE = { host: '/nowhere', port: 5432, user: 'bottega', database: 'bottega' };
const question = { name: 'question', text: 'select 1', values: [] };

describe('a database that is away', () => {
  it('is brought back once for a request, which is refused when that fails', async () => {
    let asked = 0;
    const whenAway = async () => {
      asked += 1;
      throw new Error('no room on the disk');
    };
    const store = openStore(NOWHERE, { whenAway });
    onTestFinished(() => store.close());
    await expect(store.statement(question)).rejects.toMatchObject({ code: 'database-away' });
    expect(asked).toBe(1);
    await expect(store.inSpace('x', async () => {})).rejects.toMatchObject({ code: 'database-away' });
    await expect(store.unscoped(async (db) => db.selectFrom('person').execute())).rejects.toMatchObject({
      code: 'database-away',
    });
  });

  it.each([
    ['has no connection left', '53300', 'sorry, too many clients already'],
    ['is starting', '57P03', 'the database system is starting up'],
    ['is no longer the one that takes writes', '25006', 'cannot execute INSERT in a read-only transaction'],
  ])('is a server that %s, too', async (_, code, words) => {
    const server = await listenFor(speakError(code, words));
    onTestFinished(server.close);
    const store = openStore({ ...NOWHERE, host: '127.0.0.1', port: server.port });
    onTestFinished(() => store.close());
    await expect(store.statement(question)).rejects.toMatchObject({ code: 'database-away' });
  });

  it('is not one whose disk is full: that takes a person, who is told', async () => {
    const server = await listenFor(speakError('53100', 'could not extend file: No space left on device'));
    onTestFinished(server.close);
    const store = openStore({ ...NOWHERE, host: '127.0.0.1', port: server.port });
    onTestFinished(() => store.close());
    await expect(store.statement(question)).rejects.toMatchObject({ code: 'disk-full' });
  });

  it('is also one whose name or way is not found just now', async () => {
    const store = openStore({ ...NOWHERE, host: 'nowhere.invalid' });
    onTestFinished(() => store.close());
    await expect(store.statement(question)).rejects.toMatchObject({ code: 'database-away' });
  });

  it('is told by a connection that broke between two statements', async () => {
    const connection = await freshDatabase();
    const store = openStore(connection);
    onTestFinished(() => store.close());
    const broken = store.unscoped((db) =>
      db.transaction().execute(async (trx) => {
        await trx.selectFrom('person').select('id').execute();
        await endAll(connection);
        await trx.selectFrom('person').select('id').execute();
      }),
    );
    await expect(broken).rejects.toMatchObject({ code: 'database-away' });
  });

  it('is not what a statement says that is wrong itself', () => {
    expect(isConnectionLost(Object.assign(new Error('syntax error'), { code: '42601' }))).toBe(false);
    expect(
      isConnectionLost(new Error('Client has encountered a connection error and is not queryable')),
    ).toBe(true);
  });
});

describe('the role of requests', () => {
  const who = {
    name: 'who',
    text: `select current_user as name, row_security_active('bottega.attempt') as is_held,
             current_setting('application_name') as called, current_setting('work_mem') as memory`,
    values: [],
  };

  it('is taken whatever the address says of options, which hold beside it', async () => {
    const options = encodeURIComponent('-c work_mem=7MB -c role=none -c search_path=public');
    const url = `${addressOf(await freshDatabase())}&options=${options}&application_name=psql`;
    const store = openStore(addressed(url));
    onTestFinished(() => store.close());
    expect(await store.statement(who)).toEqual([
      { name: 'bottega_app', is_held: true, called: 'bottega', memory: '7MB' },
    ]);
  });

  it.each([
    ['postgres://me:p%40ss@host:1/db', 'postgres://me:p%40ss@host:1/db', ''],
    [
      'postgres://me@host/db?sslmode=require&options=endpoint%3Dx',
      'postgres://me@host/db?sslmode=require',
      'endpoint=x',
    ],
    ['postgres:///db?host=%2Frun%2Fpg&application_name=x', 'postgres:///db?host=%2Frun%2Fpg', ''],
    ['postgres://h/d?options=-c+a%3D1&options=-c+b%3D2', 'postgres://h/d', '-c a=1 -c b=2'],
  ])('comes after the options of %s', (url, connectionString, options) => {
    expect(addressed(url)).toEqual({ connectionString, options });
  });
});

/** Waits until the ends have arrived here: what was said to a server that is gone is another case. */
async function endAll(connection: ScopedConnection): Promise<void> {
  const owner = new pg.Client({ ...connection, application_name: 'owner' });
  await owner.connect();
  await owner.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await owner.end();
}
