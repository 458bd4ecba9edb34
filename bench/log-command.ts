/**
 * `bottega log "juggling" 31` from a shell while the server runs, against starting Node alone, in turns in the same run:
 * `node bench/log-command.ts`. The budget is half a second.
 */
import { spawnSync } from 'node:child_process';
import { readPercentile } from './percentile.ts';
import { benchFolder, CLI, removeFolder, startServer } from './started-server.ts';

const ROUNDS = 20;
const BUDGET_MILLISECONDS = 500;

const data = benchFolder('log-command');
const server = await startServer(data);
try {
  run(server.env, CLI, 'log', 'juggling', '31', '--start');
  const logs: number[] = [];
  const starts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    logs.push(run(server.env, CLI, 'log', 'juggling', '31'));
    starts.push(run(server.env, '-e', '0'));
  }
  const median = readPercentile(logs, 50);
  process.stdout.write(
    `bottega log ${Math.round(median)} ms, 95th percentile ${Math.round(readPercentile(logs, 95))} ms (budget ${BUDGET_MILLISECONDS}), ` +
      `${(median / readPercentile(starts, 50)).toFixed(1)} times the start of Node alone\n`,
  );
  process.exitCode = median <= BUDGET_MILLISECONDS ? 0 : 1;
} finally {
  await server.stop();
  removeFolder(data);
}

/** Milliseconds that Node took with these arguments. */
function run(env: NodeJS.ProcessEnv, ...args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - began;
}
