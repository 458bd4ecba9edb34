import { readFile, readlink, stat } from 'node:fs/promises';
import { errorCode } from './postgres-fault.ts';
import { runProgram } from './run-program.ts';

/**
 * Who has a process number that a lock file names: the cluster's own server, another program (numbers are used
 * again, in containers nearly always), nobody, or we may not see.
 */
export type Holder = 'server' | 'other' | 'nobody' | 'unknown';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** `cluster` is a real path; `uid` is whom its server must run as. */
export async function whoHolds(pid: number, cluster: string, uid: number): Promise<Holder> {
  if (!Number.isSafeInteger(pid) || pid < 1) return 'unknown';
  if (pid === process.pid) return 'other';
  if (!isAlive(pid)) return 'nobody';
  return process.platform === 'linux' ? readFromProc(pid, cluster, uid) : askPs(pid, cluster, uid);
}

async function readFromProc(pid: number, cluster: string, uid: number): Promise<Holder> {
  const proc = `/proc/${pid}`;
  try {
    if ((await stat(proc)).uid !== uid) return 'other';
    const status = await readFile(`${proc}/stat`, 'utf8');
    // A dead server that its parent never collected keeps its number, and PostgreSQL would take it for alive.
    if (/\) [ZX] /.test(status)) return 'other';
    // The name stands in brackets. A server makes its cluster its working folder and stays there.
    if (!status.includes('(postgres)')) return 'other';
    return (await readlink(`${proc}/cwd`)) === cluster ? 'server' : 'other';
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ESRCH' ? 'nobody' : 'unknown';
  }
}

async function askPs(pid: number, cluster: string, uid: number): Promise<Holder> {
  const args = ['-ww', '-o', 'uid=,stat=,command=', '-p', String(pid)];
  const result = await runProgram('ps', args).catch(() => null);
  if (result === null) return 'unknown';
  const [, owner, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)/.exec(result.output) ?? [];
  if (owner === undefined || state === undefined || command === undefined) return 'nobody';
  if (Number(owner) !== uid || state.startsWith('Z')) return 'other';
  return command.includes('postgres') && command.includes(`-D ${cluster}`) ? 'server' : 'other';
}

/** Whether that process sees the same folders as we do; a service with a private /tmp does not. */
export async function seesOurFolders(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const [ours, theirs] = await Promise.all(
    ['self', String(pid)].map((name) => readlink(`/proc/${name}/ns/mnt`).catch(() => null)),
  );
  return ours === theirs;
}
