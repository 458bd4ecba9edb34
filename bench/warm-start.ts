/**
 * From `bottega serve` to the first answer, where everything was made before (database, library, screens), against
 * starting Node alone: `node bench/warm-start.ts`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPercentile } from './percentile.ts';

const STARTS = 7;
const BUDGET_MILLISECONDS = 3_000;
const cli = join(import.meta.dirname, '..', 'src', 'cli.ts');
// Where the unprivileged user of the database can go too.
const data = mkdtempSync('/tmp/bottega-warm-start-');

/** Milliseconds until the server says that it is ready; it is stopped again. */
async function start(): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [cli, 'serve', '--no-open'], {
    env: { ...process.env, PORT: '0', BOTTEGA_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const took = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      if (String(text).includes('ready at')) resolve(performance.now() - began);
    });
    child.on('exit', (code) => reject(new Error(`bottega serve ended with ${code}`)));
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
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
} finally {
  rmSync(data, { recursive: true, force: true });
}
