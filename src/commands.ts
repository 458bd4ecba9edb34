import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Help } from 'commander';
import { places } from './platform/places.ts';
import type { Wiring } from './platform/serving/serve.ts';

const { version } = JSON.parse(readFileSync(join(places.root, 'package.json'), 'utf8')) as {
  version: string;
};

/** Read when they are needed: a command that a running server answers needs none of the server's code. */
const wiring: Wiring = {
  createApp: async (options) => (await import('./server.ts')).createApp(options),
  loadLibrary: async (store, folder) =>
    (await import('./features/library/jobs.ts')).loadLibrary(store, folder),
};

const program = new Command('bottega')
  .description('Practise micromasteries, and see an honest picture of where you stand.')
  .version(version)
  // An option behind a subcommand is the subcommand’s: “bottega key list --json”.
  .enablePositionalOptions()
  .configureHelp({
    optionDescription(option) {
      const words = Help.prototype.optionDescription.call(this, option);
      return option.mandatory ? `${words} (required)` : words;
    },
  })
  .showHelpAfterError('(add --help for how to use it)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

type Verbs = { readonly names: readonly string[]; readonly register: () => Promise<void> };

/** In the order of the help. */
const VERBS: readonly Verbs[] = [
  {
    names: ['serve'],
    register: async () =>
      (await import('./platform/serving/commands.ts')).registerServingCommands(program, wiring, version),
  },
  {
    names: ['key'],
    register: async () => (await import('./platform/people/commands.ts')).registerKeyCommands(program),
  },
  {
    names: ['library'],
    register: async () => (await import('./features/library/commands.ts')).registerLibraryCommands(program),
  },
  {
    names: ['log'],
    register: async () =>
      (await import('./features/practice/commands.ts')).registerPracticeCommands(program, wiring),
  },
  {
    names: ['wish'],
    register: async () =>
      (await import('./features/practice/wish-commands.ts')).registerWishCommand(program, wiring),
  },
  {
    names: ['derive'],
    register: async () =>
      (await import('./features/practice/derive-commands.ts')).registerDeriveCommand(program, wiring),
  },
  {
    names: ['need'],
    register: async () =>
      (await import('./features/needs/commands.ts')).registerNeedCommands(program, wiring),
  },
  {
    names: ['import', 'export'],
    register: async () => {
      (await import('./features/imports/commands.ts')).registerImportCommands(program, wiring);
      (await import('./features/archive/commands.ts')).registerArchiveCommands(program, wiring);
    },
  },
  {
    names: ['demo'],
    register: async () =>
      (await import('./features/sample/commands.ts')).registerSampleCommands(program, wiring),
  },
  {
    names: ['prior', 'forecast', 'trial', 'plateau', 'retention', 'judge', 'impact'],
    register: async () => (await import('./features/analysis/commands.ts')).registerAnalysisCommands(program),
  },
  {
    names: ['backup', 'restore', 'doctor'],
    register: async () =>
      (await import('./platform/upkeep/commands.ts')).registerUpkeepCommands(program, version),
  },
];

// Most of the time of a short command goes into reading code, so only the one that was asked for is read; for the help,
// and for a word that none of them has, all are.
const asked = VERBS.filter(({ names }) => names.includes(process.argv[2] ?? ''));
for (const { register } of asked.length > 0 ? asked : VERBS) await register();

await program.parseAsync();
