import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './postgres-fault.ts';
import { whoHolds } from './process-holder.ts';

const POLL_MS = 10;
/** The last checkpoint of a busy server on a slow disk; past this we leave it to finish alone. */
const LONGEST_STOP_MS = 60_000;

/** Fast shutdown: connections are ended, everything committed is on disk. True once the server is gone. */
export async function stopServer(pid: number, cluster: string, uid: number): Promise<boolean> {
  const isRunning = async (): Promise<boolean> => (await whoHolds(pid, cluster, uid)) === 'server';
  if (!(await isRunning())) return true;
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return true;
    throw error;
  }
  const begun = performance.now();
  while (performance.now() - begun < LONGEST_STOP_MS) {
    if (!(await isRunning())) return true;
    await wait(POLL_MS);
  }
  return false;
}
