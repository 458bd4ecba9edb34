import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { PostgresFault } from './postgres-fault.ts';
import { type Account, runProgram } from './run-program.ts';

const NAME = 'bottega';
/** Two Bottegas may make the account at the same moment: the loser waits until the winner is done. */
const LOOKUPS = 20;
const LOOKUP_INTERVAL_MS = 100;

/** Absolute paths: `su` without a login leaves /usr/sbin out of PATH. The last two are BusyBox's. */
const WAYS_TO_MAKE_IT: readonly (readonly [string, ...string[]])[] = [
  ...['/usr/sbin/useradd', '/sbin/useradd'].map((program): [string, ...string[]] => [
    program,
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    NAME,
  ]),
  ['/usr/sbin/adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', NAME],
  ['/sbin/adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', NAME],
];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Who runs the server: null means we do ourselves. PostgreSQL refuses to run as root, so root hands it to the
 * owner of an existing cluster, or else to the system user `bottega`, made here once.
 */
export async function serverUser(cluster: string): Promise<Account | null> {
  if (!isRoot()) return null;
  const owner = await stat(cluster).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp()) ?? (await makeUser());
}

async function lookUp(): Promise<Account | null> {
  const [uid, gid] = await Promise.all([idOf('-u'), idOf('-g')]);
  if (uid === null || gid === null) return null;
  if (uid === 0) {
    throw new PostgresFault(
      'no-server-user',
      `The system user "${NAME}" has the rights of root, and PostgreSQL refuses to run with them. ` +
        'Give that user another number, or set DATABASE_URL.',
    );
  }
  return { uid, gid };
}

async function idOf(flag: '-u' | '-g'): Promise<number | null> {
  const result = await runProgram('id', [flag, NAME]).catch(() => null);
  if (result === null || result.exitCode !== 0) return null;
  const id = Number.parseInt(result.output, 10);
  return Number.isInteger(id) ? id : null;
}

async function makeUser(): Promise<Account> {
  let said = 'neither useradd nor adduser is installed';
  for (const [program, ...args] of WAYS_TO_MAKE_IT) {
    const result = await runProgram(program, args).catch(() => null);
    if (result === null) continue;
    if (result.exitCode === 0) break;
    said = result.output.trim() || `${program} ended with ${result.exitCode}`;
  }
  for (let look = 0; look < LOOKUPS; look += 1) {
    const account = await lookUp();
    if (account !== null) return account;
    await wait(LOOKUP_INTERVAL_MS);
  }
  throw new PostgresFault(
    'no-server-user',
    `PostgreSQL refuses to run as root, and the system user "${NAME}" could not be made (${said}). ` +
      'Start Bottega as an ordinary user, make that user yourself, or set DATABASE_URL.',
  );
}
