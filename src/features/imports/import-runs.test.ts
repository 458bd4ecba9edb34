import pg from 'pg';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { countsOf, NOTHING, RACES_PLAN, races, sendCsv } from '../../../tests/support/csv-import.ts';
import { csvUpload } from '../../../tests/support/csv-upload.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { ImportRun } from './contract.ts';

const { person, store, connection } = await freshApp({ library: true });

describe('while it runs', () => {
  it('tells how far it is, and answers the same request with “under way”', async () => {
    const nadia = await person();
    const id = v7();
    const upload = () => csvUpload(races, RACES_PLAN);
    const running = nadia.request(`/api/imports/${id}`, await upload());
    const seen = new Set<number>();
    let state = '';
    let second: Response | undefined;
    while (state !== 'done') {
      const answer = await nadia.request(`/api/imports/${id}`);
      if (answer.status === 404) continue;
      const run = ImportRun.parse(await answer.json());
      state = run.state;
      expect(['running', 'done']).toContain(state);
      if (state === 'running') seen.add(run.rowsDone);
      if (state === 'running' && second === undefined)
        second = await nadia.request(`/api/imports/${id}`, await upload());
    }
    expect([...seen].some((rows) => rows > 0 && rows < 16_000)).toBe(true);
    expect([200, 202]).toContain(second?.status);
    expect((await running).status).toBe(200);
    expect((await countsOf(store, nadia)).attempts).toBe(16_000);
  });

  it('leaves nothing behind when its connection is killed, and says so', async () => {
    const nadia = await person();
    const id = v7();
    const running = nadia.request(`/api/imports/${id}`, await csvUpload(races, RACES_PLAN));
    const admin = new pg.Client(connection);
    await admin.connect();
    let killed = 0;
    while (killed === 0) {
      const { rows } = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and query like '%insert into attempt %'`,
      );
      killed = rows.length;
    }
    await admin.end();
    expect((await running).status).toBe(503);
    expect(await countsOf(store, nadia)).toEqual(NOTHING);
    const run = await nadia.read(ImportRun, `/api/imports/${id}`);
    expect(run).toMatchObject({ state: 'failed', rowsDone: 0 });
    expect((await sendCsv(nadia, races, RACES_PLAN, id)).body.run).toMatchObject({
      state: 'done',
      attemptsAdded: 16_000,
    });
  });

  it('is told as failed when the process that ran it is gone', async () => {
    const nadia = await person();
    const id = v7();
    await store.inSpace(nadia.spaceId, (trx) =>
      trx
        .insertInto('import_run')
        .values({
          space_id: nadia.spaceId,
          id,
          file_name: 'races.csv',
          practice_id: null,
          state: 'running',
          rows_total: 16_000,
          problem: null,
          started_at: new Date('2026-03-01T10:00:00Z'),
        })
        .execute(),
    );
    const run = await nadia.read(ImportRun, `/api/imports/${id}`);
    expect(run).toMatchObject({ state: 'failed', problem: expect.stringContaining('Send the file again') });
  });

  it('adds each attempt once when two files with the same rows come at once', async () => {
    const nadia = await person();
    const file = races.split('\n').slice(0, 3_001).join('\n');
    const both = await Promise.all([sendCsv(nadia, file, RACES_PLAN), sendCsv(nadia, file, RACES_PLAN)]);
    expect(both.map((one) => one.status)).toEqual([200, 200]);
    expect(both.map((one) => one.body.run?.attemptsAdded).toSorted()).toEqual([0, 3_000]);
    expect(await countsOf(store, nadia)).toMatchObject({
      attempts: 3_000,
      practices: 1,
      payoffs: 1,
      micromasteries: 1,
    });
  });
});
