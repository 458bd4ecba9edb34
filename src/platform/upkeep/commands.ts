import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { systemClock } from '../clock.ts';
import { forgetLocalKey } from '../command-line/local-key.ts';
import { jsonLine, print, printAside } from '../command-line/print.ts';
import { CommandFault, runCommand } from '../command-line/run-command.ts';
import { readConfig } from '../config.ts';
import { mediaFolder } from '../media/media-folder.ts';
import { reachPostgres } from '../open-database.ts';
import type { Erasure } from '../people/erasure-store.ts';
import { places } from '../places.ts';
import { backupToFile } from './backup.ts';
import { type BackupSummary, countRows } from './backup-format.ts';
import { lineOf } from './doctor/finding.ts';
import { examine, isWell } from './doctor.ts';
import { erasuresFile, readErasures } from './erasures/erasures-file.ts';
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
    .option('--erasures <file>', 'erasures.jsonl of the server that the backup is of')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `
The whole file is checked before anything is changed. Stop Bottega first.

Who erased their space after the backup was taken is erased from it again: it stands in erasures.jsonl of the
data folder, which is read where it is there, and beside it the one that --erasures names.`,
    )
    .action((file: string, options: RestoreCommandOptions) => runCommand(() => restore(file, options)));

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
  const config = readConfig(process.env);
  const postgres = await reachPostgres(config, () => {});
  try {
    const about = { version, takenAt: systemClock.now(), folder: mediaFolder(config.dataFolder) };
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
    if (!options.json && summary.media.lost > 0) answer(lostOf(summary));
  } finally {
    await postgres.close();
  }
}

type RestoreCommandOptions = { readonly erasures?: string; readonly json?: true };

async function restore(file: string, options: RestoreCommandOptions): Promise<void> {
  const backup = await checkForRestore(resolve(file), places.migrations);
  const config = readConfig(process.env);
  const erasures = await erasuresFor(config.dataFolder, options.erasures);
  const postgres = await reachPostgres(config, () => {});
  try {
    await restoreBackup(
      postgres.connection,
      backup,
      postgres.ownConnections,
      erasures,
      mediaFolder(config.dataFolder),
    );
    await forgetLocalKey(config.dataFolder);
  } catch (error) {
    if (error instanceof UnknownEnd) await forgetLocalKey(config.dataFolder);
    throw error;
  } finally {
    await postgres.close();
  }
  const { summary } = backup;
  if (options.json) {
    print(jsonLine({ ...summary, erasures: erasures.length }));
    return;
  }
  const { takenAt, version } = summary;
  print(
    `Restored ${sizeOf(summary)}, as they were on ${takenAt} under Bottega ${version}.`,
    erasures.length > 0
      ? `Held against ${erasures.length === 1 ? 'one erasure' : `${erasures.length} erasures`}: nothing erased since came back.`
      : `Has anybody erased their space since then? Copy erasures.jsonl of that server to ${config.dataFolder} before the next start, and it is erased here too.`,
  );
}

/** Those that the data folder knows, and those of the file that was named; each once. */
async function erasuresFor(dataFolder: string, named: string | undefined): Promise<readonly Erasure[]> {
  if (named !== undefined && (await stat(named).catch(() => undefined))?.isFile() !== true)
    throw new CommandFault(`There is no file ${named}. Nothing was changed.`);
  const files = [erasuresFile(dataFolder), ...(named === undefined ? [] : [resolve(named)])];
  const known = new Map<string, Erasure>();
  for (const file of files) {
    const { erasures, unreadable } = await readErasures(file);
    if (unreadable.length > 0) {
      throw new CommandFault(
        `Line ${unreadable[0]} of ${file} is not as Bottega writes it. Nothing was changed: mend it, or take it out, so that nobody who erased their space comes back.`,
      );
    }
    for (const erasure of erasures) known.set(erasure.spaceId, erasure);
  }
  return [...known.values()];
}

function sizeOf(summary: BackupSummary): string {
  const { files } = summary.media;
  const media = files === 0 ? '' : `, and ${files} photos, recordings and files`;
  return `${countRows(summary)} rows in ${Object.keys(summary.rows).length} tables${media}`;
}

function lostOf({ media }: BackupSummary): string {
  return `${media.lost} photos, recordings or files are not in it: their own files were missing or damaged. “bottega doctor” names them.`;
}

async function doctor(version: string, options: { json?: true }): Promise<void> {
  const findings = await examine(readConfig(process.env), version);
  const isAllWell = isWell(findings);
  if (options.json) print(jsonLine({ isAllWell, findings }));
  else print(...findings.map(lineOf));
  if (!isAllWell) process.exitCode = 1;
}
