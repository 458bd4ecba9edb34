/**
 * From `bottega serve` to the first answer, where everything was made before (database, library, screens), against
 * starting Node alone: `node bench/warm-start.ts`.
 */
import { spawnSync } from 'node:child_process';
import { readPercentile } from './percentile.ts';
import { benchFolder, removeFolder, startServer } from './started-server.ts';

const STARTS = 7;
const BUDGET_MILLISECONDS = 3_000;
const data = benchFolder('warm-start');

/** Milliseconds until the server says that it is ready; it is stopped again. */
async function start(): Promise<number> {
  const began = performance.now();
  const server = await startServer(data);
  const took = performance.now() - began;
  await server.stop();
  return took;
}

function startNode(): number {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - began;
}

try {
  const first = await start();
  const warm: number[] = [];
  for (let round = 0; round < STARTS; round++) warm.push(await start());
  const node = readPercentile(Array.from({ length: STARTS }, startNode), 50);
  const median = readPercentile(warm, 50);
  process.stdout.write(
    `first start ${Math.round(first)} ms; warm start ${Math.round(median)} ms (budget ${BUDGET_MILLISECONDS}), ` +
      `${(median / node).toFixed(1)} times the start of Node alone\n`,
  );
  process.exitCode = median <= BUDGET_MILLISECONDS ? 0 : 1;
} finally {
  removeFolder(data);
}
