import { appendFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastFatal, lastLines, logFolder, markLog, readLogSince } from './server-log.ts';

const LOG = `2026-11-21 03:00:00.000 UTC [7] LOG:  starting PostgreSQL
2026-11-21 03:00:00.001 UTC [7] FATAL:  could not write lock file "postmaster.pid": No space left on device
2026-11-21 03:00:00.002 UTC [8] PANIC:  could not write to file "pg_wal/xlogtemp.8": No space left on device
2026-11-21 03:00:00.003 UTC [9] FATAL:  the database system is shutting down
2026-11-21 03:00:00.004 UTC [7] LOG:  database system is shut down
`;

describe('the server log', () => {
  it('tells what stopped the server last', () => {
    expect(lastFatal(LOG)).toBe('could not write to file "pg_wal/xlogtemp.8": No space left on device');
    expect(lastFatal('LOG:  all is well')).toBeNull();
  });

  it('ends with its last lines', () => {
    expect(lastLines(LOG, 1)).toBe('2026-11-21 03:00:00.004 UTC [7] LOG:  database system is shut down');
  });
});

describe('readLogSince', () => {
  let cluster: string;
  let path: string;
  beforeEach(async () => {
    cluster = await mkdtemp('/tmp/bottega-test-');
    path = join(logFolder(cluster), 'server-Sat.log');
  });
  afterEach(() => rm(cluster, { recursive: true, force: true }));

  it('finds nothing where no server has run', async () => {
    expect(await readLogSince(cluster, await markLog(cluster))).toBe('');
  });

  it('leaves out the troubles of earlier starts', async () => {
    await mkdir(logFolder(cluster));
    await writeFile(path, 'FATAL:  of yesterday\n');
    const mark = await markLog(cluster);
    await appendFile(path, 'FATAL:  of today\n');
    expect(await readLogSince(cluster, mark)).toBe('FATAL:  of today\n');
  });

  it('reads the end of a long one', async () => {
    await mkdir(logFolder(cluster));
    await writeFile(path, `${'LOG:  much\n'.repeat(10_000)}FATAL:  at last\n`);
    const text = await readLogSince(cluster, new Map());
    expect(text.length).toBeLessThan(20_000);
    expect(lastFatal(text)).toBe('at last');
  });

  it('follows no link, by which the server’s user could have root read for it', async () => {
    await mkdir(logFolder(cluster));
    await writeFile(join(cluster, 'secret'), 'FATAL:  secret\n');
    await symlink(join(cluster, 'secret'), path);
    expect(await readLogSince(cluster, new Map())).toBe('');
  });
});
