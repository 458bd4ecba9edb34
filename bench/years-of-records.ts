/**
 * A CSV file of 16,000 typing races becomes a practice, and what its page asks for is answered, against the same page of
 * a practice without an attempt, in turns in the same run: `node bench/years-of-records.ts`. Budgets: ten seconds for the
 * import, and a page that nobody can tell from an empty one, 100 ms later at most.
 */
import { v7 } from 'uuid';
import { HOUSE_SPACE_ID, idOfName } from '../src/platform/ids.ts';
import { csvUpload, RACES_MAPPING, typingRaces, WORDS_A_MINUTE } from '../tests/support/csv-upload.ts';
import { startBenchServer } from './bench-server.ts';
import { readPercentile } from './percentile.ts';

const ROWS = 16_000;
const ROUNDS = 100;
const IMPORT_BUDGET_MILLISECONDS = 10_000;
const PAGE_BUDGET_MILLISECONDS = 100;

const server = await startBenchServer();
try {
  const person = await server.person();
  const emptyId = v7();
  await ask(`/api/practices/${emptyId}`, {
    method: 'PUT',
    body: JSON.stringify({
      micromasteryId: idOfName(HOUSE_SPACE_ID, 'juggling-cascade'),
      micromasteryVersion: 1,
      needId: null,
      startedAt: '2026-03-01T08:00:00Z',
    }),
  });
  const plan = {
    mapping: RACES_MAPPING,
    measure: WORDS_A_MINUTE,
    target: { kind: 'new', title: 'Typing races' },
  };
  const { headers, body, method = 'POST' } = await csvUpload(typingRaces(ROWS), plan);
  const began = performance.now();
  const imported = await server.app.request(`/api/imports/${v7()}`, {
    method,
    body: body ?? null,
    headers: { ...Object.fromEntries(new Headers(headers)), authorization: `Bearer ${person.key}` },
  });
  if (!imported.ok) throw new Error(await imported.text());
  const took = performance.now() - began;
  const bench = (await (await ask('/api/bench')).json()) as { practices: { id: string; attempts: number }[] };
  const races = bench.practices.find(({ attempts }) => attempts === ROWS);
  if (races === undefined) throw new Error('the races are not on the bench');

  const first = await timePage(races.id);
  const pages = { empty: [] as number[], full: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    pages.empty.push(await timePage(emptyId));
    pages.full.push(await timePage(races.id));
  }
  const [full, empty] = [readPercentile(pages.full, 50), readPercentile(pages.empty, 50)];
  process.stdout.write(
    `${ROWS.toLocaleString('en')} races imported in ${Math.round(took)} ms (budget ${IMPORT_BUDGET_MILLISECONDS}); their page ${full.toFixed(1)} ms ` +
      `at the server, an empty one's ${empty.toFixed(1)} ms (budget ${PAGE_BUDGET_MILLISECONDS} more), ${(full / empty).toFixed(1)} times as much; ` +
      `${Math.round(first)} ms the first time\n`,
  );
  process.exitCode = took <= IMPORT_BUDGET_MILLISECONDS && full - empty <= PAGE_BUDGET_MILLISECONDS ? 0 : 1;

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await person.request(path, init);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  }

  /** Milliseconds until all that a practice's page asks for is answered and read. */
  async function timePage(id: string): Promise<number> {
    const started = performance.now();
    const paths = ['', '/picture', '/attempts'].map((view) => `/api/practices/${id}${view}`);
    await Promise.all(paths.map(async (path) => (await ask(path)).text()));
    return performance.now() - started;
  }
} finally {
  await server.stop();
}
