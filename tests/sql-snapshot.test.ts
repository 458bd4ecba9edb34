import { expect, it } from 'vitest';
import { documentedApi } from './support/documented-api.ts';
import { fillBench } from './support/fill-bench.ts';
import { freshApp } from './support/fresh-app.ts';
import { attemptBody, JUGGLING_ID, payoffBody, practiceBody, sessionBody } from './support/practice-facts.ts';

/**
 * The SQL that each operation makes, so that a change of it is seen in review. After a wanted change:
 * `npx vitest run --project server tests/sql-snapshot.test.ts -u`, and read the difference.
 */
let statements: string[] = [];
const benchCalls: (readonly ['PUT', string, unknown])[] = [];
const { person } = await freshApp({ library: true, observe: (statement) => statements.push(statement) });
const nadia = await person();

const id = (n: number) => `018f2b1e-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ids = { practiceId: id(1), payoffId: id(2), sessionId: id(3) };
const need = {
  kind: 'gap',
  text: 'I drop everything',
  horizon: 'now',
  wantedWithin: 'this-week',
  context: null,
  raisedAt: '2026-03-01T07:00:00Z',
};
const remark = {
  attemptId: id(4),
  replacesId: null,
  feel: 6,
  text: 'even',
  tags: ['sofa'],
  writtenAt: '2026-03-01T08:02:00Z',
};

await fillBench(
  async (path, body) => benchCalls.push(['PUT', path, body]),
  { ...ids, needId: id(9) },
  { sessionId: ids.sessionId, attemptId: id(4) },
  'even',
);

const experimentPath =
  benchCalls.map(([, path]) => path).find((path) => path.startsWith('/api/experiments/')) ?? '';
const CALLS: readonly (readonly ['GET' | 'PUT', string, unknown?])[] = [
  ['GET', '/api/me'],
  ['PUT', `/api/needs/${id(9)}`, need],
  ['PUT', `/api/needs/${id(9)}/matches/${JUGGLING_ID}`, { matchedAt: '2026-03-01T07:01:00Z' }],
  ['GET', '/api/needs'],
  ['GET', '/api/micromasteries?need=jugling+balls'],
  ['GET', `/api/micromasteries/${JUGGLING_ID}`],
  ['GET', '/api/library'],
  ['GET', `/api/micromasteries/${JUGGLING_ID}/versions`],
  ['GET', `/api/micromasteries/${JUGGLING_ID}/file`],
  ['PUT', `/api/practices/${ids.practiceId}`, practiceBody()],
  ['PUT', `/api/payoffs/${ids.payoffId}`, payoffBody(ids.practiceId)],
  ['PUT', `/api/sessions/${ids.sessionId}`, sessionBody(ids.practiceId)],
  ['PUT', `/api/attempts/${id(4)}`, attemptBody(ids)],
  ['PUT', `/api/attempts/${id(5)}`, attemptBody(ids, { sequence: 2 })],
  ['PUT', `/api/remarks/${id(6)}`, remark],
  ['PUT', `/api/retractions/${id(7)}`, { attemptId: id(5), retractedAt: '2026-03-01T08:03:00Z' }],
  ['PUT', `/api/sessions/${ids.sessionId}/end`, { endedAt: '2026-03-01T08:05:00Z', line: 'look up' }],
  ...benchCalls,
  ['GET', '/api/bench'],
  ['GET', '/api/agenda'],
  ['GET', '/api/keys'],
  ['GET', '/api/mine'],
  ['GET', `/api/practices/${ids.practiceId}/support`],
  ['GET', `/api/practices/${ids.practiceId}/evidence`],
  ['GET', `/api/practices/${ids.practiceId}/experiments`],
  ['GET', experimentPath],
  ['GET', `/api/practices/${ids.practiceId}/twists`],
  ['GET', `/api/practices/${ids.practiceId}/self-ratings`],
  ['GET', `/api/practices/${ids.practiceId}/pair`],
  ['GET', '/api/notebook'],
  ['GET', '/api/practices?name=juggling'],
  ['GET', `/api/practices/${ids.practiceId}`],
  ['GET', `/api/practices/${ids.practiceId}/picture`],
  ['GET', `/api/practices/${ids.practiceId}/history`],
  ['GET', `/api/practices/${ids.practiceId}/attempts?limit=10`],
  ['GET', `/api/attempts/${id(4)}`],
];

it('each operation makes the statements that were reviewed', async () => {
  const sections: string[] = [];
  const headings = new Set<string>();
  for (const call of CALLS) {
    const [method, path, body] = call;
    statements = [];
    const answer = method === 'GET' ? await nadia.request(path) : await nadia.put(path, body);
    expect(answer.status, `${method} ${path}`).toBe(200);
    // Whose key it is, is remembered for some seconds: how often that is asked depends on the machine.
    const shown = statements
      .filter((statement) => !statement.includes('access_key'))
      .map((statement) => `${statement.replace(/^\n+/, '').trimEnd()};`);
    const heading = `-- ${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '{id}')}`;
    // A second one of a kind makes the same statements.
    const isSecond = headings.has(heading) && benchCalls.some((one) => one === call);
    headings.add(heading);
    if (!isSecond) sections.push(`${heading}\n${shown.join('\n')}`);
  }
  await expect(`${sections.join('\n\n')}\n`).toMatchFileSnapshot('sql.snapshot.sql');
});

/** Their statements are made in runs of many rows, or by who signs in: other tests hold them. */
const NOT_SHOWN =
  /^POST |^PATCH |^DELETE |^HEAD |^GET \/(health|api\/(export|media\/{sha256}|imports\/\{id\}|uploads\/\{id\}))$/;

it('no operation is left out', async () => {
  const { operations } = await documentedApi(nadia);
  const shown = CALLS.map(([method, path]) => `${method} ${path.split('?')[0]}`);
  const missing = operations
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => !NOT_SHOWN.test(name))
    .filter((name) => {
      const pattern = new RegExp(
        `^${name.replace('{version}', '\\d+').replaceAll(/\{\w+\}/g, '[0-9a-f-]{36}')}$`,
      );
      return !shown.some((call) => pattern.test(call));
    });
  expect(missing).toEqual([]);
});
