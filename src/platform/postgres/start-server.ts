import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Account } from './run-program.ts';
import { asAccount, CLEAN_ENVIRONMENT } from './run-program.ts';
import { type LogMark, logFolder, markLog, readLogSince } from './server-log.ts';
import { SOCKET_PORT } from './socket-folder.ts';

export type ServerPlan = {
  readonly bin: string;
  /** Real path. */
  readonly cluster: string;
  readonly socketFolder: string;
  readonly account: Account | null;
  readonly isDurable: boolean;
};

/** `stopped`: shut down in order. `killed`: from outside, by a person or for want of memory. */
export type ServerEnd = 'stopped' | 'killed' | 'failed';

/** A server we spawned; it outlives us. */
export type StartedServer = {
  /** How it ended; null while it runs. */
  readonly end: () => ServerEnd | null;
  /** All it has said since we spawned it, on its error stream and in its log. */
  readonly said: () => Promise<string>;
  /** Stops listening to it, so that it no longer keeps our process alive. */
  readonly letGo: () => void;
};

const LONGEST_OUTPUT = 16_384;

/**
 * Given on the command line, so that a new Bottega brings its own. What an owner may want to tune (shared_buffers,
 * max_connections: initdb chose 128 MB and 100) stays in the cluster's postgresql.conf.
 */
function settings(plan: ServerPlan): Record<string, string> {
  const durable = plan.isDurable ? 'on' : 'off';
  return {
    listen_addresses: '',
    port: String(SOCKET_PORT),
    unix_socket_directories: plan.socketFolder,
    unix_socket_permissions: '0700',
    cluster_name: 'bottega',
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // One file for each day of the week, emptied when its day comes round again.
    logging_collector: 'on',
    log_directory: logFolder(plan.cluster),
    log_filename: 'server-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    // Statements and the values in a message's detail are people's data; the log is not the place for them.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
}

/** Spawns the server in a group of its own: neither Ctrl-C in our terminal nor our hard end takes it along. */
export async function spawnServer(plan: ServerPlan): Promise<StartedServer> {
  const mark: LogMark = await markLog(plan.cluster);
  const options = Object.entries(settings(plan)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(plan.bin, 'postgres'), ['-D', plan.cluster, ...options], {
    ...asAccount(plan.account),
    cwd: '/',
    env: { ...CLEAN_ENVIRONMENT },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  let end: ServerEnd | null = null;
  child.stderr.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-LONGEST_OUTPUT);
  });
  // 'close' comes after the last byte of its words; what outlives the server must not hold it back.
  child.on('close', (exitCode, signal) => {
    end ??= exitCode === 0 ? 'stopped' : signal === 'SIGKILL' ? 'killed' : 'failed';
  });
  child.on('error', (error) => {
    output += `FATAL:  ${error.message}`;
    end = 'failed';
  });
  return {
    end: () => end,
    said: async () => `${output}\n${await readLogSince(plan.cluster, mark)}`,
    letGo: () => {
      child.stderr.destroy();
      child.unref();
    },
  };
}
