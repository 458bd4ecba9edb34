import { spawn } from 'node:child_process';

/** As whom a program runs. */
export type Account = { readonly uid: number; readonly gid: number };
export type ProgramResult = { readonly exitCode: number; readonly output: string };

/** More than initdb ever says; a program that talks without end must not fill our memory. */
const LONGEST_OUTPUT = 65_536;

/**
 * Nothing of our environment reaches PostgreSQL: PGDATA and its kin would redirect it, LANG would change the
 * wording that we read, and our secrets are not its business.
 */
export const CLEAN_ENVIRONMENT: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
};

/** How to spawn as the account; Node also drops our supplementary groups when it changes the user. */
export function asAccount(account: Account | null): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

/** Runs to the end; both streams together in `output`. Rejects only when the program cannot be spawned. */
export function runProgram(
  program: string,
  args: readonly string[],
  account: Account | null = null,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...asAccount(account),
      // The account may not be allowed into the folder that we were started from.
      cwd: '/',
      env: { ...CLEAN_ENVIRONMENT },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-LONGEST_OUTPUT);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? -1, output }));
  });
}
