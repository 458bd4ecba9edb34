/**
 * Attempts logged over HTTP (session, validation, row-level security, insert) against what pgbench reaches with the same
 * insert, the same number of clients and the same server: `node bench/log-attempt.ts`. Needs pgbench (Debian: postgresql).
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { HOUSE_SPACE_ID, idOfName } from '../src/platform/ids.ts';
import { startBenchServer } from './bench-server.ts';
import { loadHttp } from './load.ts';
import { readPercentile } from './percentile.ts';

const CLIENTS = 16;
/** One after the other in turns: a machine that slows down for a while slows both. */
const ROUNDS = 5;
const SECONDS = 3;
const BUDGET = 0.25;

const server = await startBenchServer();
const folder = mkdtempSync(join(tmpdir(), 'bottega-bench-'));
const http = spawn(
  process.execPath,
  [join(import.meta.dirname, 'http-server.ts'), JSON.stringify(server.connection)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
try {
  const port = await new Promise<number>((resolve) =>
    http.stdout.once('data', (line) => resolve(Number(String(line)))),
  );
  const person = await server.person();
  const ids = { practiceId: v7(), payoffId: v7(), sessionId: v7() };
  const put = async (path: string, body: unknown) => {
    const answer = await person.request(path, { method: 'PUT', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  await put(`/api/practices/${ids.practiceId}`, {
    micromasteryId: idOfName(HOUSE_SPACE_ID, 'juggling-cascade'),
    micromasteryVersion: 1,
    needId: null,
    startedAt: '2026-03-01T08:00:00Z',
  });
  await put(`/api/payoffs/${ids.payoffId}`, {
    practiceId: ids.practiceId,
    statement: 'I keep three balls in the air.',
    kind: 'count',
    unit: 'catches',
    direction: 'up',
    target: { low: 30, high: null },
    howMeasured: null,
    anchors: null,
    setAt: '2026-03-01T08:00:00Z',
  });
  await put(`/api/sessions/${ids.sessionId}`, {
    practiceId: ids.practiceId,
    deviceId: null,
    isFloor: false,
    startedAt: '2026-03-01T08:00:00Z',
  });

  const request = () => {
    const body = JSON.stringify({
      ...ids,
      sequence: 1,
      startedAt: '2026-03-01T08:01:00.000Z',
      localDay: '2026-03-01',
      durationSeconds: 12,
      value: 7,
      conditions: {},
      isTrickRead: true,
      source: 'runner',
    });
    return `PUT /api/attempts/${v7()} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${person.key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  };
  const script = join(folder, 'insert.sql');
  writeFileSync(
    script,
    `insert into bottega.attempt (space_id, id, practice_id, session_id, payoff_id, sequence, started_at, local_day,
       duration_seconds, value, conditions, is_trick_read, source)
     values ('${person.spaceId}', gen_random_uuid(), '${ids.practiceId}', '${ids.sessionId}', '${ids.payoffId}', 1,
       '2026-03-01T08:01:00Z', '2026-03-01', 12, 7, '{}', true, 'runner');\n`,
  );
  const pgbench = () => Number(/tps = ([\d.]+)/.exec(runPgbench(script))?.[1]);

  await loadHttp(port, { clients: CLIENTS, seconds: 2, request });
  const rounds: { readonly logged: number; readonly bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = pgbench();
    const { perSecond, refused } = await loadHttp(port, { clients: CLIENTS, seconds: SECONDS, request });
    if (refused > 0) throw new Error(`${refused} attempts were refused`);
    rounds.push({ logged: perSecond, bare });
  }
  await expectStored(person.spaceId);
  const median = (values: readonly number[]) => readPercentile(values, 50);
  const ratio = median(rounds.map(({ logged, bare }) => logged / bare));
  const perSecond = (name: 'logged' | 'bare') => Math.round(median(rounds.map((round) => round[name])));
  process.stdout.write(
    `attempts over HTTP ${perSecond('logged')}/s, pgbench ${perSecond('bare')}/s, ${CLIENTS} clients: ` +
      `ratio ${ratio.toFixed(2)} (budget ${BUDGET}; rounds ${rounds.map(({ logged, bare }) => (logged / bare).toFixed(2)).join(', ')})\n`,
  );
  process.exitCode = ratio >= BUDGET ? 0 : 1;
} finally {
  http.kill();
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
}

function runPgbench(script: string): string {
  const { host, port, user, database } = server.connection;
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CLIENTS),
    '-j',
    '2',
    '-T',
    String(SECONDS),
    '-f',
    script,
  ];
  const where = ['-h', host, '-p', String(port), '-U', user, database];
  const found = execFileSync('bash', ['-c', 'ls /usr/lib/postgresql/*/bin/pgbench 2>/dev/null | tail -1'])
    .toString()
    .trim();
  return execFileSync(found || 'pgbench', [...args, ...where], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
}

async function expectStored(spaceId: string): Promise<void> {
  const client = new pg.Client(server.connection);
  await client.connect();
  const { rows } = await client.query('select count(*)::int as n from bottega.attempt where space_id = $1', [
    spaceId,
  ]);
  await client.end();
  if (!(rows[0].n > 1000)) throw new Error('hardly any attempt was stored');
}
