import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { places } from '../../src/platform/places.ts';
import type { ScopedConnection } from './fresh-app.ts';

export type Answer = { readonly exitCode: number | null; readonly out: Buffer; readonly err: string };

/** The command line in a process of its own, with no environment but the one given, to its end. */
export function runBottega(
  args: readonly string[],
  options: { cwd?: string; root?: string; env: Readonly<Record<string, string>>; input?: string },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(options.root ?? places.root, 'src', 'cli.ts'), ...args], {
      cwd: options.cwd,
      env: { PATH: process.env.PATH, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A command that does not read it ends all the same.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) =>
      resolve({ exitCode, out: Buffer.concat(out), err: Buffer.concat(err).toString() }),
    );
  });
}

/** As DATABASE_URL takes it. */
export function addressOf({ database }: Pick<ScopedConnection, 'database'>): string {
  const { host, port, user } = inject('server');
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
