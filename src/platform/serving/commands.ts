import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { systemClock } from '../clock.ts';
import { ensureLocalKey } from '../command-line/api-client.ts';
import { CommandFault, runCommand } from '../command-line/run-command.ts';
import { readConfig } from '../config.ts';
import { stderrLog } from '../log.ts';
import { openDatabase } from '../open-database.ts';
import { createPerson, keepKey, localPerson } from '../people/store.ts';
import { newKey } from '../session.ts';
import { startServer, type Wiring } from './serve.ts';

export function registerServingCommands(program: Command, wiring: Wiring, version: string): void {
  program
    .command('serve')
    .description('start Bottega and print its address')
    .option('--no-open', 'do not open the address in a browser')
    .option('--no-web', 'serve the API only, without the screens')
    .addHelpText(
      'after',
      `
Environment:
  PORT          port to listen on (4680)
  HOST          address to listen on (127.0.0.1: this machine only, and no sign-in needed)
  BOTTEGA_DATA  folder for everything that is kept
  DATABASE_URL  a PostgreSQL (15 or newer) to use instead of the one that comes along`,
    )
    .action((options: ServeCommandOptions) => runCommand(() => serve(wiring, version, options)));

  program
    .command('key')
    .description('make a key for scripts, or for signing in from another device')
    .option('--label <text>', 'what it is for, so that you recognise it later', 'A key')
    .option('--for <name>', 'make a new person of that name, with a space of their own')
    .option('--json', 'answer as JSON')
    .action((options: { label: string; for?: string; json?: true }) => runCommand(() => makeKey(options)));
}

type ServeCommandOptions = { readonly open: boolean; readonly web: boolean };

async function serve(wiring: Wiring, version: string, options: ServeCommandOptions): Promise<void> {
  const config = readConfig(process.env);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say('Starting Bottega ...');
  const starting = startServer(wiring, {
    config,
    clock: systemClock,
    log: stderrLog,
    version,
    say,
    isApiOnly: !options.web,
  });
  // Also while it starts: the database that comes along must not be left running behind nobody's back.
  closeOnSignal(async () => (await starting).close());
  const server = await starting;
  if (server.link === server.address)
    say('More than this machine can reach it: sign in with a key (“bottega key”).');
  say(`Bottega is ready at ${server.link}`);
  if (options.open && options.web) openInBrowser(server.linkOnce);
}

/** One Ctrl-C arrives from the terminal, and again from npm or the launcher that started us. */
const ECHO_MILLISECONDS = 500;

/** The first signal finishes what is under way; a second one does not wait. */
function closeOnSignal(close: () => Promise<void>): void {
  let closingSince: number | undefined;
  const stop = () => {
    if (closingSince !== undefined) {
      if (performance.now() - closingSince > ECHO_MILLISECONDS) process.exit(1);
      return;
    }
    closingSince = performance.now();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}

/** Only where a person sits at a desktop; a browser that cannot be opened is no fault, the address is printed. */
function openInBrowser(link: string): void {
  const isDesktop =
    process.stdout.isTTY &&
    process.env.CI === undefined &&
    (process.platform === 'darwin' ||
      process.env.DISPLAY !== undefined ||
      process.env.WAYLAND_DISPLAY !== undefined);
  if (!isDesktop || process.getuid?.() === 0) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [link], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

async function makeKey(options: { label: string; for?: string; json?: true }): Promise<void> {
  const label = checked(options.label, '--label');
  const name = options.for === undefined ? undefined : checked(options.for, '--for');
  const config = readConfig(process.env);
  const database = await openDatabase(config, () => {});
  try {
    await ensureLocalKey(database.store, config.dataFolder);
    const spaceId =
      name === undefined ? await localPerson(database.store) : await createPerson(database.store, name);
    const key = newKey();
    await keepKey(database.store, key, { kind: 'script', spaceId, label });
    process.stdout.write(options.json ? `${JSON.stringify({ key, spaceId, label })}\n` : `${key}\n`);
    if (!options.json)
      process.stderr.write('Keep it: it is shown once. Scripts send it as “Authorization: Bearer KEY”.\n');
  } finally {
    await database.close();
  }
}

function checked(text: string, option: string): string {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > 120)
    throw new CommandFault(`${option} takes 1 to 120 characters.`, 2);
  return trimmed;
}
