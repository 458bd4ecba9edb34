import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { registerArchiveCommands } from './features/archive/commands.ts';
import { registerImportCommands } from './features/imports/commands.ts';
import { registerLibraryCommands } from './features/library/commands.ts';
import { loadLibrary } from './features/library/jobs.ts';
import { registerPracticeCommands } from './features/practice/commands.ts';
import { places } from './platform/places.ts';
import { registerServingCommands } from './platform/serving/commands.ts';
import type { Wiring } from './platform/serving/serve.ts';
import { registerUpkeepCommands } from './platform/upkeep/commands.ts';
import { createApp } from './server.ts';

const { version } = JSON.parse(readFileSync(join(places.root, 'package.json'), 'utf8')) as {
  version: string;
};
const wiring: Wiring = { createApp, loadLibrary };

const program = new Command('bottega')
  .description('Practise micromasteries, and see an honest picture of where you stand.')
  .version(version)
  .showHelpAfterError('(add --help for how to use it)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

registerServingCommands(program, wiring, version);
registerLibraryCommands(program);
registerPracticeCommands(program, wiring);
registerImportCommands(program, wiring);
registerArchiveCommands(program, wiring);
registerUpkeepCommands(program, version);

await program.parseAsync();
