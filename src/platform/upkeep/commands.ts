import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { systemClock } from '../clock.ts';
import { forgetLocalKey } from '../command-line/local-key.ts';
import { jsonLine, print, printAside } from '../command-line/print.ts';
import { CommandFault, runCommand } from '../command-line/run-command.ts';
import { readConfig } from '../config.ts';
import { reachPostgres } from '../open-database.ts';
import { places } from '../places.ts';
import { backupToFile } from './backup.ts';
import { type BackupSummary, countRows } from './backup-format.ts';
import { lineOf } from './doctor/finding.ts';
import { examine, isWell } from './doctor.ts';
import { checkForRestore, restoreBackup, UnknownEnd } from './restore.ts';
import { writeBackup } from './write-backup.ts';

export function registerUpkeepCommands(program: Command, version: string): void {
  program
    .command('backup')
    .description('write everything into one file, also while Bottega runs')
    .argument('<file>', 'a file that is not there yet, or - for standard output')
    .option('--force', 'replace the file if it is there')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      '\nThe file holds what people keep private, and is readable by its owner only. Keep it so.',
    )
    .action((file: string, options: BackupCommandOptions) =>
      runCommand(() => backup(version, file, options)),
    );

  program
    .command('restore')
    .description('fill an empty server from a backup of this version or an earlier one')
    .argument('<file>', 'a file that “bottega backup” wrote')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nThe whole file is checked before anything is changed. Stop Bottega first.')
    .action((file: string, options: { json?: true }) => runCommand(() => restore(file, options)));

  program
    .command('doctor')
    .description('say what is wrong and what to do; changes nothing, and starts nothing')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nEnds with 0 when all is well, with 1 when something is wrong.')
    .action((options: { json?: true }) => runCommand(() => doctor(version, options)));
}

type BackupCommandOptions = { readonly force?: true; readonly json?: true };

async function backup(version: string, file: string, options: BackupCommandOptions): Promise<void> {
  const isStream = file === '-';
  // Where the answer would go into the file, it goes beside it.
  const answer = isStream ? printAside : print;
  if (isStream && process.stdout.isTTY) {
    throw new CommandFault(
      'A backup is not for a screen. Name a file, or send it on: bottega backup - > FILE',
      2,
    );
  }
  const postgres = await reachPostgres(readConfig(process.env), () => {});
  try {
    const about = { version, takenAt: systemClock.now() };
    const summary = isStream
      ? await writeBackup(postgres.connection, process.stdout, about)
      : await backupToFile(postgres.connection, resolve(file), {
          ...about,
          isForced: options.force === true,
        });
    const bytes = isStream ? undefined : (await stat(file)).size;
    answer(
      options.json
        ? jsonLine({ ...summary, bytes })
        : `Backed up ${sizeOf(summary)}${isStream ? '' : ` to ${file}`}.`,
    );
  } finally {
    await postgres.close();
  }
}

async function restore(file: string, options: { json?: true }): Promise<void> {
  const backup = await checkForRestore(resolve(file), places.migrations);
  const config = readConfig(process.env);
  const postgres = await reachPostgres(config, () => {});
  try {
    await restoreBackup(postgres.connection, backup, postgres.ownConnections);
    await forgetLocalKey(config.dataFolder);
  } catch (error) {
    if (error instanceof UnknownEnd) await forgetLocalKey(config.dataFolder);
    throw error;
  } finally {
    await postgres.close();
  }
  const { summary } = backup;
  if (options.json) {
    print(jsonLine(summary));
    return;
  }
  const { takenAt, version } = summary;
  print(`Restored ${sizeOf(summary)}, as they were on ${takenAt} under Bottega ${version}.`);
}

function sizeOf(summary: BackupSummary): string {
  return `${countRows(summary)} rows in ${Object.keys(summary.rows).length} tables`;
}

async function doctor(version: string, options: { json?: true }): Promise<void> {
  const findings = await examine(readConfig(process.env), version);
  const isAllWell = isWell(findings);
  if (options.json) print(jsonLine({ isAllWell, findings }));
  else print(...findings.map(lineOf));
  if (!isAllWell) process.exitCode = 1;
}
