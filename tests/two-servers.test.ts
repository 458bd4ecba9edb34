import { v7 } from 'uuid';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ArchiveReport } from '../src/features/archive/contract.ts';
import { loadLibrary } from '../src/features/library/jobs.ts';
import { AttemptList, Bench } from '../src/features/practice/contract.ts';
import { openStore } from '../src/platform/database.ts';
import { silentLog } from '../src/platform/log.ts';
import { places } from '../src/platform/places.ts';
import { createApp } from '../src/server.ts';
import { exportOf, fillSpace, NO_ROWS, rowsOf } from './support/archives.ts';
import { fixedClock, freshApp, freshDatabase, type TestApp } from './support/fresh-app.ts';
import { attemptBody, startPractice } from './support/practice-facts.ts';

describe('several servers on one database', () => {
  it('may start at once: the library is loaded once, whichever comes first', async () => {
    const connection = await freshDatabase();
    const stores = [openStore(connection), openStore(connection), openStore(connection)];
    onTestFinished(async () => {
      for (const store of stores) await store.close();
    });
    const reports = await Promise.all(stores.map((store) => loadLibrary(store, places.library)));
    const [first] = reports;
    expect(reports.map(({ changed }) => changed).sort((a, b) => a - b)).toEqual([0, 0, first?.files]);
  });

  it('may be given the same archive at the same moment: one takes it, the other knows it', async () => {
    const home = await freshApp({ library: true });
    const nadia = await home.person();
    await fillSpace(home, nadia);
    const archive = await exportOf(nadia);

    const there = await freshApp({ library: true });
    const second = anotherServer(there);
    const ruth = await there.person('Ruth');
    const headers = { authorization: `Bearer ${ruth.key}`, 'content-type': 'application/zip' };
    const post = { method: 'POST', body: archive, headers };
    expect(await rowsOf(there, ruth)).toEqual(NO_ROWS);
    const answers = await Promise.all([
      there.app.request('/api/imports', post),
      second.request('/api/imports', post),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const reports = await Promise.all(
      answers.map(async (answer) => ArchiveReport.parse(await answer.json())),
    );
    expect(reports.map(({ counts }) => Math.sign(counts.attempts.added)).sort()).toEqual([0, 1]);
    expect(await rowsOf(there, ruth)).toEqual(await rowsOf(home, nadia));
  });

  it('keep one of many bodies that come under one id, whichever server they come to', async () => {
    const here = await freshApp({ library: true });
    const servers = [here.app, anotherServer(here)];
    const nadia = await here.person();
    const ids = await startPractice(nadia);
    const put = (at: number, path: string, body: unknown) =>
      servers[at % 2]?.request(path, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { authorization: `Bearer ${nadia.key}`, 'content-type': 'application/json' },
      }) ?? Promise.reject(new Error('no server'));
    const [attemptId, remarkId] = [v7(), v7()];
    const attempts = await Promise.all(
      Array.from({ length: 24 }, (_, value) =>
        put(value, `/api/attempts/${attemptId}`, attemptBody(ids, { value })),
      ),
    );
    const remarks = await Promise.all(
      Array.from({ length: 12 }, (_, feel) =>
        put(feel, `/api/remarks/${remarkId}`, {
          attemptId,
          replacesId: null,
          feel: feel % 10,
          text: `${feel}`,
          tags: [],
          writtenAt: '2026-03-01T09:00:00Z',
        }),
      ),
    );
    for (const answers of [attempts, remarks]) {
      expect(answers.map(({ status }) => status).sort()).toEqual([
        200,
        ...Array.from({ length: answers.length - 1 }, () => 409),
      ]);
    }
    const kept = await nadia.read(AttemptList, `/api/practices/${ids.practiceId}/attempts`);
    expect(kept.attempts).toMatchObject([
      {
        value: attempts.findIndex(({ status }) => status === 200),
        remarks: [{ text: String(remarks.findIndex(({ status }) => status === 200)) }],
      },
    ]);
  });

  it('take what takes an attempt back only once the attempt is there, however the two arrive', async () => {
    const here = await freshApp({ library: true });
    const second = anotherServer(here);
    const nadia = await here.person();
    const ids = await startPractice(nadia);
    const headers = { authorization: `Bearer ${nadia.key}`, 'content-type': 'application/json' };
    for (let round = 1; round <= 20; round += 1) {
      const [attemptId, retraction] = [v7(), `/api/retractions/${v7()}`];
      const body = JSON.stringify({ attemptId, retractedAt: '2026-03-01T09:00:00Z' });
      const [logged, undone] = await Promise.all([
        nadia.put(`/api/attempts/${attemptId}`, attemptBody(ids, { sequence: round })),
        second.request(retraction, { method: 'PUT', body, headers }),
      ]);
      expect(logged.status).toBe(200);
      expect([200, 404]).toContain(undone.status);
      // The device sends it again, and then it is there.
      expect((await second.request(retraction, { method: 'PUT', body, headers })).status).toBe(200);
    }
    const list = await nadia.read(AttemptList, `/api/practices/${ids.practiceId}/attempts`);
    expect(list.attempts).toEqual([]);
    expect((await nadia.read(Bench, '/api/bench')).practices[0]?.attempts).toBe(0);
  });
});

function anotherServer({ connection, dataFolder }: TestApp) {
  const store = openStore(connection);
  onTestFinished(() => store.close());
  const options = { store, clock: fixedClock, log: silentLog, version: '0.0.0-test' };
  return createApp({ ...options, local: undefined, webFolder: undefined, dataFolder });
}
