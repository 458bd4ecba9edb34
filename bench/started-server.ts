import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const CLI = join(import.meta.dirname, '..', 'src', 'cli.ts');

export type StartedServer = {
  /** As it was printed: it signs in. */
  readonly link: string;
  /** With which a command finds this server. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
};

/** A folder where the unprivileged user of the database can go too. */
export function benchFolder(name: string): string {
  return mkdtempSync(`/tmp/bottega-${name}-`);
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** `bottega serve` as a person starts it, on a data folder; resolves when it says that it is ready. */
export async function startServer(dataFolder: string): Promise<StartedServer> {
  const env = { ...process.env, PORT: '0', BOTTEGA_DATA: dataFolder };
  const child = spawn(process.execPath, [CLI, 'serve', '--no-open'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const found = /ready at (\S+)/.exec(String(text))?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`bottega serve ended with ${code}`)));
  });
  return {
    link,
    env,
    stop: async () => {
      const gone = child.exitCode !== null || new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}
