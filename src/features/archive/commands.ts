import { createWriteStream, openAsBlob } from 'node:fs';
import { link, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { openApiClient } from '../../platform/command-line/open-api-client.ts';
import { jsonLine, print } from '../../platform/command-line/print.ts';
import { faultOf, readAnswer, WRONG_CALL } from '../../platform/command-line/read-answer.ts';
import { CommandFault, runCommand } from '../../platform/command-line/run-command.ts';
import { readConfig } from '../../platform/config.ts';
import { holdFile } from '../../platform/held-file.ts';
import type { Wiring } from '../../platform/serving/serve.ts';
import { openArchive, sizeInWords } from './archive-file.ts';
import { ARCHIVE_LIMITS, type ArchiveManifest, ArchiveReport, RECORD_NAMES } from './contract.ts';
import { ZipFault } from './read-zip-file.ts';

type ExportOptions = { readonly force?: true; readonly json?: true };

/** `bottega export FILE.zip` and `bottega import archive FILE.zip`. Exit code 1 where it failed, 2 for a wrong call. */
export function registerArchiveCommands(program: Command, wiring: Wiring): void {
  program
    .command('export')
    .description('write everything of yours into one archive, to read and to import elsewhere')
    .argument('<file>', 'a file that is not there yet, or - for standard output')
    .option('--force', 'replace the file if it is there')
    .option('--json', 'answer as JSON')
    .action((file: string, options: ExportOptions) => runCommand(() => exportTo(wiring, file, options)));

  const group = program.commands.find((known) => known.name() === 'import');
  (group ?? program.command('import').description('take in what you have from elsewhere'))
    .command('archive')
    .description('take in what “bottega export” wrote, all of it or nothing, and nothing twice')
    .argument('<file>', 'the archive')
    .option('--json', 'answer as JSON')
    .action((file: string, options: { json?: true }) => runCommand(() => importFrom(wiring, file, options)));
}

async function exportTo(wiring: Wiring, file: string, options: ExportOptions): Promise<void> {
  if (file === '-') {
    if (process.stdout.isTTY) {
      throw new CommandFault(
        'An archive is not for a screen. Name a file, or send it on: bottega export - > FILE',
        WRONG_CALL,
      );
    }
    return download(wiring, (body) => pipeline(body, process.stdout, { end: false }));
  }
  const path = resolve(file);
  const isThere = (await stat(path).catch(() => undefined)) !== undefined;
  if (isThere && options.force !== true) {
    throw new CommandFault(
      `${file} is there already. Choose another name, or add --force to replace it.`,
      WRONG_CALL,
    );
  }
  // Under its own name only once it is whole.
  const partial = `${path}.${process.pid}.partial`;
  try {
    // Readable by its owner only: it holds what people keep private.
    await download(wiring, (body) =>
      pipeline(body, createWriteStream(partial, { mode: 0o600, flags: 'wx' })),
    );
    const manifest = await check(partial);
    await putInPlace(partial, path, options.force === true);
    const { size } = await stat(path);
    if (options.json) {
      print(jsonLine({ ...manifest, bytes: size }));
      return;
    }
    print(`Wrote ${inNumbers(manifest)} to ${file}.`);
    printLeftOut(manifest.media.leftOut.length);
  } catch (error) {
    throw faultOfFile(error, file);
  } finally {
    await rm(partial, { force: true });
  }
}

async function download(wiring: Wiring, take: (body: Readable) => Promise<void>): Promise<void> {
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const answer = await client.request('/api/export');
    if (!answer.ok || answer.body === null) throw await faultOf(answer);
    await take(Readable.fromWeb(answer.body)).catch((error: unknown) => {
      const isOfTheFile = error instanceof Error && 'syscall' in error && 'path' in error;
      throw isOfTheFile
        ? error
        : new CommandFault('The archive broke off in the middle. Nothing was written; try again.');
    });
  } finally {
    await client.close();
  }
}

async function check(path: string): Promise<ArchiveManifest> {
  const file = await holdFile(path);
  try {
    return openArchive(file).manifest;
  } finally {
    await file.close();
  }
}

/** A file that another program made meanwhile is not replaced unasked. */
async function putInPlace(partial: string, path: string, isForced: boolean): Promise<void> {
  if (isForced) return rename(partial, path);
  await link(partial, path);
}

function faultOfFile(error: unknown, file: string): unknown {
  if (error instanceof ZipFault)
    return new CommandFault('The archive broke off in the middle. Nothing was written; try again.');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EEXIST')
    return new CommandFault(
      `${file} is there already. Choose another name, or add --force to replace it.`,
      WRONG_CALL,
    );
  if (['ENOENT', 'ENOTDIR'].includes(code))
    return new CommandFault(`There is no folder for ${file}. Make it first.`);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new CommandFault(`You may not write ${file}. Choose another place.`);
  if (code === 'ENOSPC') return new CommandFault(`There is no room left for ${file}. Nothing was written.`);
  return error;
}

function inNumbers({ counts, media }: ArchiveManifest): string {
  const records = (['practices', 'sessions', 'attempts', 'remarks'] as const).map(
    (name) => `${counts[name].toLocaleString('en')} ${name}`,
  );
  return [...records, `${media.held.length.toLocaleString('en')} photos, recordings and files`].join(', ');
}

function printLeftOut(leftOut: number): void {
  if (leftOut > 0)
    print(
      `${leftOut.toLocaleString('en')} photos, recordings and files are not in it: its README.md names them.`,
    );
}

async function importFrom(wiring: Wiring, file: string, options: { json?: true }): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new CommandFault(`There is no file ${file}.`, WRONG_CALL);
  if (found.size > ARCHIVE_LIMITS.fileBytes)
    throw new CommandFault(`An archive may have ${sizeInWords(ARCHIVE_LIMITS.fileBytes)}.`);
  const body = await openAsBlob(file);
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const answer = await client.request('/api/imports', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/zip' },
    });
    const report = await readAnswer(answer, ArchiveReport);
    if (options.json) {
      print(jsonLine(report));
      return;
    }
    const taken = RECORD_NAMES.map((name) => [name, report.counts[name]] as const);
    for (const [name, { inArchive, added, known }] of [...taken, ['media', report.media] as const]) {
      if (inArchive > 0)
        print(`${name.padEnd(14)} ${inArchive} in the archive, ${added} added, ${known} here already`);
    }
    printLeftOut(report.media.leftOut);
    for (const title of report.keptAsOwn) {
      print(`“${title}” is not in this library in that version, and was kept as your own.`);
    }
  } finally {
    await client.close();
  }
}
