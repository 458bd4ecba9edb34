import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';

/** A setting that cannot be used: one sentence with what to do. Shown as it is, exit code 1. */
export class ConfigFault extends Error {}

const A_PORT = 'it must be a whole number from 0 to 65535, as in PORT=4680';

const Environment = z.object({
  PORT: z.coerce.number(A_PORT).int(A_PORT).min(0, A_PORT).max(65_535, A_PORT).default(4680),
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  BOTTEGA_DATA: z.string().min(1).max(4096).optional(),
  DATABASE_URL: z
    .string()
    .max(4096)
    .regex(/^postgres(ql)?:\/\//, 'it must begin with postgres:// or postgresql://')
    .optional(),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Set: that PostgreSQL. Unset: the one that comes along, in the data folder. */
  readonly databaseUrl: string | undefined;
};

/** An empty variable counts as unset, as shells and service files leave them. */
export function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/** Parsed once, at start. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = withoutEmpty(env);
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'a setting');
    // An address of a database may hold a password.
    const value = name === 'DATABASE_URL' ? '' : `is "${given[name] ?? ''}", which `;
    throw new ConfigFault(`${name} ${value}cannot be used: ${issue?.message}.`);
  }
  const { PORT, HOST, BOTTEGA_DATA, DATABASE_URL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataFolder: resolve(BOTTEGA_DATA ?? defaultDataFolder(env, process.platform, process.getuid?.() === 0)),
    databaseUrl: DATABASE_URL,
  };
}

/** Of this user on that system. A relative XDG_DATA_HOME is to be ignored (XDG Base Directory Specification, 0.8). */
export function defaultDataFolder(env: NodeJS.ProcessEnv, platform: string, isRoot: boolean): string {
  if (isRoot) return '/var/lib/bottega';
  const { LOCALAPPDATA, XDG_DATA_HOME } = withoutEmpty(env);
  switch (platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Bottega');
    case 'win32':
      return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Bottega');
    default:
      return join(
        XDG_DATA_HOME !== undefined && isAbsolute(XDG_DATA_HOME)
          ? XDG_DATA_HOME
          : join(homedir(), '.local', 'share'),
        'bottega',
      );
  }
}

/** Only this machine can reach such an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
