import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { type Connection, connectionAt, createDatabase, takeLease } from './lease.ts';
import { clearStaleLock, readServerLock, type ServerLock } from './lock-file.ts';
import { PostgresFault } from './postgres-fault.ts';
import { seesOurFolders, whoHolds } from './process-holder.ts';
import { lastFatal, lastLines, logFolder } from './server-log.ts';
import { checkSocketFolder, ownUid, prepareSocketFolder, SOCKET_PORT, socketPath } from './socket-folder.ts';
import { type ServerEnd, type ServerPlan, type StartedServer, spawnServer } from './start-server.ts';
import { stopServer } from './stop-server.ts';

export type Reached = { readonly client: pg.Client; readonly connection: Connection; readonly pid: number };

const POLL_MS = 15;
/**
 * A healthy start takes a tenth of a second. But children of a server that was killed hard finish their statement
 * first, and a server whose lock file somebody removed notices within a minute and ends.
 */
const LONGEST_SILENCE_MS = 75_000;
/** Recovery reads what was written since the last checkpoint; on a slow disk that is minutes. */
const LONGEST_RECOVERY_MS = 600_000;
/** A server that is ready but whose socket cannot be reached for so long has lost it. */
const SOCKET_LOST_MS = 3_000;
const PATIENCE_MS = 2_000;

/** PostgreSQL's own lock decided against us: the next try waits this much longer each time, up to the most. */
const RETRY_STEP_MS = 50;
const LONGEST_RETRY_WAIT_MS = 500;

type Search = {
  readonly plan: ServerPlan;
  readonly uid: number;
  readonly begun: number;
  started: StartedServer | null;
  starts: number;
  /** A server that lives and says "not yet" may take its time. */
  isBusy: boolean;
  trouble: string;
  unreachableSince: number | null;
};

/**
 * Adopts the cluster's server or starts it, and answers with a lease on it. Two processes may do this at once:
 * PostgreSQL's own lock lets one server live, and the loser of the race finds the winner's in the next round.
 */
export async function reachServer(plan: ServerPlan, say: (line: string) => void): Promise<Reached> {
  const search: Search = {
    plan,
    uid: plan.account?.uid ?? ownUid(),
    begun: performance.now(),
    started: null,
    starts: 0,
    isBusy: false,
    trouble: 'it did not answer in time',
    unreachableSince: null,
  };
  const notice = setTimeout(() => say('Waiting for the database to be ready ...'), PATIENCE_MS);
  try {
    for (;;) {
      const reached = await look(search);
      if (reached !== null) return reached;
      await refuseToWaitLonger(search);
      await wait(POLL_MS);
    }
  } finally {
    clearTimeout(notice);
    search.started?.letGo();
  }
}

async function look(search: Search): Promise<Reached | null> {
  const lock = await readServerLock(search.plan.cluster);
  const holder = lock === null ? 'nobody' : await whoHolds(lock.pid, search.plan.cluster, search.uid);
  if (lock !== null && holder === 'server') return joinServer(search, lock);
  search.isBusy = false;
  if (search.started !== null) {
    const end = search.started.end();
    if (end === null) return null;
    await judgeEnd(search, search.started, end);
    await wait(Math.min(search.starts * RETRY_STEP_MS, LONGEST_RETRY_WAIT_MS));
  }
  await start(search);
  return null;
}

async function joinServer(search: Search, lock: ServerLock): Promise<Reached | null> {
  if (lock.socketFolder === '') return null;
  await checkSocketFolder(lock.socketFolder, search.uid).catch((error) => {
    // A folder that is gone is the "no answer" below, not somebody's trap.
    if (error instanceof PostgresFault) throw error;
  });
  const connection = connectionAt(lock.socketFolder, lock.port);
  const attempt = await takeLease(connection);
  search.isBusy = attempt.kind === 'busy' || attempt.kind === 'leaving' || !lock.isReady;
  if (attempt.kind === 'full') search.trouble = 'all its connections are taken';
  if (attempt.kind === 'held') return { client: attempt.client, connection, pid: lock.pid };
  if (attempt.kind === 'no-database') await createDatabase(connection);
  if (attempt.kind === 'no-socket' && lock.isReady) await replaceUnreachable(search, lock);
  else search.unreachableSince = null;
  return null;
}

/** Somebody cleaned /tmp: the server lives, and nobody can reach it any more. */
async function replaceUnreachable(search: Search, lock: ServerLock): Promise<void> {
  search.unreachableSince ??= performance.now();
  if (performance.now() - search.unreachableSince < SOCKET_LOST_MS) return;
  if (!(await seesOurFolders(lock.pid))) {
    throw new PostgresFault(
      'out-of-sight',
      `The database is run by process ${lock.pid}, whose folder ${lock.socketFolder} cannot be seen from here: a ` +
        'container, or a service with a private /tmp. Use it from there, or end it there first.',
    );
  }
  await stopServer(lock.pid, search.plan.cluster, search.uid);
  search.unreachableSince = null;
}

async function start(search: Search): Promise<void> {
  const { plan, uid } = search;
  search.started?.letGo();
  await prepareSocketFolder(plan.socketFolder, plan.account);
  await clearStaleLock(join(plan.cluster, 'postmaster.pid'), plan.cluster, uid);
  await clearStaleLock(`${socketPath(plan.socketFolder, SOCKET_PORT)}.lock`, plan.cluster, uid);
  search.started = await spawnServer(plan);
  search.starts += 1;
}

/** Returns where another try makes sense, throws where the server says what is wrong. */
async function judgeEnd(search: Search, started: StartedServer, end: ServerEnd): Promise<void> {
  // Others found it, used it and left, all before we got in.
  if (end === 'stopped') return;
  if (end === 'killed') {
    search.trouble = 'it was killed from outside, perhaps because the memory was full';
    return;
  }
  const said = await started.said();
  // Another process was faster, or a child of a server that was killed hard still has the memory.
  if (/lock file ".*" (already exists|is empty)|pre-existing shared memory block/.test(said)) return;
  // Whoever left last removed the folder of the socket, between our making it and the server's coming.
  if (/could not create lock file ".*": No such file or directory/.test(said)) return;
  throw didNotStart(search.plan, said, 'it ended without a word');
}

async function refuseToWaitLonger(search: Search): Promise<void> {
  const limitMs = search.isBusy ? LONGEST_RECOVERY_MS : LONGEST_SILENCE_MS;
  if (performance.now() - search.begun < limitMs) return;
  throw didNotStart(search.plan, (await search.started?.said()) ?? '', search.trouble);
}

function didNotStart(plan: ServerPlan, said: string, otherwise: string): PostgresFault {
  const reason = lastFatal(said) ?? otherwise;
  const end = lastLines(said, 5);
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new PostgresFault(
      'disk-full',
      `The database did not start because there is no room on the disk of ${plan.cluster} (${reason}). ` +
        `What was saved is safe: free some space and start again.\n${end}`,
    );
  }
  return new PostgresFault(
    'did-not-start',
    `The database did not start: ${reason}. The data in ${plan.cluster} were left as they are. ` +
      `Put that right and start again; the whole log is in ${logFolder(plan.cluster)}. Its last lines:\n${end}`,
  );
}
