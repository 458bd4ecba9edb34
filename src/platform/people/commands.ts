import type { Command } from 'commander';
import pg from 'pg';
import { systemClock } from '../clock.ts';
import { ensureLocalKey } from '../command-line/ensure-local-key.ts';
import { jsonLine, print, printAside } from '../command-line/print.ts';
import { CommandFault, runCommand } from '../command-line/run-command.ts';
import { readConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../open-database.ts';
import { newKey } from '../session.ts';
import { createPerson, endKey, type KeyKind, keepKey, keysInForce, localPerson } from './store.ts';

type KeyOptions = { readonly label: string; readonly for?: string; readonly json?: true };

/** `bottega key`, `bottega key list` and `bottega key end ID`. Exit code 1 where there is no such key, 2 for a wrong call. */
export function registerKeyCommands(program: Command): void {
  const key = program
    .command('key')
    .description('make a key for scripts, or for signing in from another device; or list and end keys')
    .option('--label <text>', 'what it is for, so that you recognise it later', 'A key')
    .option('--for <name>', 'make a new person of that name, with a space of their own')
    .option('--json', 'answer as JSON')
    .enablePositionalOptions()
    .action((options: KeyOptions) => runCommand(() => makeKey(options)));

  key
    .command('list')
    .description('show every key in force and every browser that is signed in, of all people here')
    .option('--json', 'answer as JSON')
    .action((options: { json?: true }) => runCommand(() => listKeys(options)));

  key
    .command('end')
    .description('end a key, or sign a browser out')
    .argument('<id>', 'as “bottega key list” shows it')
    .addHelpText(
      'after',
      '\nA browser that signed in with a key has one of its own: end that too, if it should be out.',
    )
    .action((id: string) => runCommand(() => endOne(id)));
}

async function makeKey(options: KeyOptions): Promise<void> {
  const label = checked(options.label, '--label');
  const name = options.for === undefined ? undefined : checked(options.for, '--for');
  const config = readConfig(process.env);
  await withDatabase(async ({ store }) => {
    await ensureLocalKey(store, config.dataFolder);
    const spaceId = name === undefined ? await localPerson(store) : await createPerson(store, name);
    const key = newKey();
    await keepKey(store, key, { kind: 'script', spaceId, label });
    print(options.json ? jsonLine({ key, spaceId, label }) : key);
    if (!options.json)
      printAside(
        'Keep it: it is shown once. A person pastes it in their browser, at the address of Bottega under “Come in”. Scripts send it as “Authorization: Bearer KEY”.',
      );
  });
}

/** Invariant 9. Browsers end by themselves, so that those left out grow fewer. */
const KEYS_SHOWN = 1_000;

async function listKeys(options: { json?: true }): Promise<void> {
  await withDatabase(async ({ connection }) => {
    const owner = new pg.Client({ ...connection, application_name: 'bottega-keys' });
    owner.on('error', () => {});
    await owner.connect();
    try {
      const { keys, total } = await keysInForce(owner, KEYS_SHOWN);
      if (total > keys.length)
        printAside(
          `These are the newest ${keys.length.toLocaleString('en')} of ${total.toLocaleString('en')}.`,
        );
      if (options.json) return print(jsonLine(keys));
      if (keys.length === 0) return printAside('There are no keys. “bottega key” makes one.');
      print(
        ...keys.map(({ id, kind, madeAt, person, label }) =>
          [id, KINDS[kind].padEnd(7), madeAt.toISOString().slice(0, 10), person, label].join('  '),
        ),
      );
    } finally {
      await owner.end();
    }
  });
}

const KINDS: Readonly<Record<KeyKind, string>> = { local: 'browser', device: 'browser', script: 'key' };

async function endOne(id: string): Promise<void> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id))
    throw new CommandFault('A key is ended by its id, as “bottega key list” shows it.', 2);
  await withDatabase(async ({ store }) => {
    const ended = await endKey(store, id, systemClock.now());
    if (ended === undefined)
      throw new CommandFault(
        'No key with this id is in force, so nothing was changed. “bottega key list” shows those that are.',
      );
    print(`Ended “${ended.label}”. A Bottega that is running refuses it within five seconds.`);
  });
}

async function withDatabase(work: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase(readConfig(process.env), () => {});
  try {
    await work(database);
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
