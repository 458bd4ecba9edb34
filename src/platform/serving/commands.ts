import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { systemClock } from '../clock.ts';
import { print } from '../command-line/print.ts';
import { runCommand } from '../command-line/run-command.ts';
import { readConfig, withoutEmpty } from '../config.ts';
import { stderrLog } from '../log.ts';
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
  HOST          address to listen on (127.0.0.1: this machine only; the printed link signs you in)
  BOTTEGA_DATA  folder for everything that is kept
  DATABASE_URL  a PostgreSQL (15 or newer) to use instead of the one that comes along`,
    )
    .action((options: ServeCommandOptions) => runCommand(() => serve(wiring, version, options)));
}

type ServeCommandOptions = { readonly open: boolean; readonly web: boolean };

async function serve(wiring: Wiring, version: string, options: ServeCommandOptions): Promise<void> {
  const config = readConfig(process.env);
  print('Starting Bottega ...');
  const starting = startServer(wiring, {
    config,
    clock: systemClock,
    log: stderrLog,
    version,
    say: print,
    isApiOnly: !options.web,
  });
  // Also while it starts: the database that comes along must not be left running behind nobody's back.
  closeOnSignal(async () => (await starting).close());
  const server = await starting;
  if (server.link === server.address)
    print('More than this machine can reach it: sign in with a key (“bottega key”).');
  print(`Bottega is ready at ${server.link}`);
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
  const env = withoutEmpty(process.env);
  const isDesktop =
    process.stdout.isTTY &&
    env.CI === undefined &&
    (process.platform === 'darwin' || env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined);
  if (!isDesktop || process.getuid?.() === 0) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [link], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
