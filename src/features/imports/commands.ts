import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { formatValue } from '../../engine/measure/format-value.ts';
import type { ApiClient } from '../../platform/command-line/api-client.ts';
import { openApiClient } from '../../platform/command-line/open-api-client.ts';
import { jsonLine, oneLine, print, printAside, printProgress } from '../../platform/command-line/print.ts';
import { readAnswer, WRONG_CALL } from '../../platform/command-line/read-answer.ts';
import { CommandFault, runCommand } from '../../platform/command-line/run-command.ts';
import { readConfig } from '../../platform/config.ts';
import { newId } from '../../platform/ids.ts';
import type { Wiring } from '../../platform/serving/serve.ts';
import { Named } from '../practice/naming-contract.ts';
import {
  CUT_IN_PARTS,
  IMPORT_BYTES,
  ImportAnswer,
  type ImportMapping,
  ImportMeasure,
  ImportPreview,
  ImportRun,
  type ImportTarget,
} from './contract.ts';

type ImportOptions = {
  readonly practice?: string;
  readonly new?: string;
  readonly value?: string;
  readonly time?: string;
  readonly timeOfDay?: string;
  readonly condition?: readonly string[];
  readonly note?: string;
  readonly timeZone?: string;
  readonly dates?: string;
  readonly kind?: string;
  readonly unit?: string;
  readonly better?: string;
  readonly takeGoodRows?: true;
  readonly yes?: true;
  readonly json?: true;
};

/** Shorter than a person takes to wonder whether anything is going on. */
const PROGRESS_MILLISECONDS = 400;
const ROWS_SHOWN = 3;
const BAD_ROWS_SHOWN = 10;
const DATE_ORDERS = ['year-first', 'day-first', 'month-first'];

/**
 * `bottega import attempts FILE.csv`. Exit code 0 when taken (or when the person said no), 1 where it could not be, 2
 * where the call does not say enough.
 */
export function registerImportCommands(program: Command, wiring: Wiring): void {
  const group = program.commands.find((known) => known.name() === 'import');
  (group ?? program.command('import').description('take in what you have from elsewhere'))
    .command('attempts')
    .description('take the attempts of a CSV file, each one once however often the file is sent')
    .argument('<file>', 'a CSV file with a header, or - for standard input')
    .option(
      '--practice <name>',
      'into this practice: its title, field or id; or a micromastery of the library',
    )
    .option('--new <title>', 'into a new practice of your own')
    .option('--value <column>', 'the column with the value')
    .option('--time <column>', 'the column with the start time, or with its date')
    .option('--time-of-day <column>', 'the column with the time of day, where it stands beside the date')
    .option('--condition <column>', 'a column to keep with each attempt; may be given several times', collect)
    .option('--note <column>', 'the column with your notes')
    .option('--time-zone <zone>', 'where you were, such as Europe/Rome (the one of this machine)')
    .option('--dates <order>', `the order of dates such as 01/02/2026: ${DATE_ORDERS.join(', ')}`)
    .option('--kind <kind>', 'what the value is: count, duration, proportion, rate, rating, pass or score')
    .option('--unit <unit>', 'its unit, in your words')
    .option('--better <higher|lower>', 'which way is better')
    .option('--take-good-rows', 'leave out rows that cannot be taken, in place of refusing the file')
    .option('--yes', 'do not ask')
    .option('--json', 'answer as JSON')
    .action((file: string, options: ImportOptions) =>
      runCommand(() => importAttempts(wiring, file, options)),
    );
}

const collect = (value: string, kept: readonly string[] | undefined) => [...(kept ?? []), value];

async function importAttempts(wiring: Wiring, file: string, options: ImportOptions): Promise<void> {
  const measure = readMeasure(options);
  const bytes = await readInput(file);
  const fileName = file === '-' ? 'standard-input.csv' : basename(file);
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const target = await findTarget(client, options);
    const id = newId();
    const send = async (path: string, plan: unknown) =>
      client.request(path, await formOf(bytes, fileName, plan));
    const mapping = {
      valueColumn: options.value,
      timeColumn: options.time,
      timeOfDayColumn: options.timeOfDay,
      conditionColumns: options.condition,
      noteColumn: options.note,
      timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      dateOrder: options.dates,
    };
    const found = await readAnswer(
      await send(`/api/imports/${id}/preview`, { mapping, target, measure }),
      ImportPreview,
    );
    const isReported = options.json !== true;
    if (isReported) printAside(...describePreview(found, fileName));
    if (found.mapping === null)
      throw new CommandFault('Name the columns with --value and --time.', WRONG_CALL);
    if (found.isDateOrderOpen)
      throw new CommandFault(
        'The dates can be read two ways, and no row decides it. Say which with --dates day-first or --dates month-first. Nothing was taken.',
        WRONG_CALL,
      );
    if (found.rowsBad > 0 && options.takeGoodRows !== true) throw badRowsFault(found);
    if (options.yes !== true && !(await isConfirmed(found, file))) {
      printAside('Nothing was taken.');
      return;
    }
    const plan = {
      mapping: found.mapping,
      target,
      measure: found.measure,
      takeGoodRows: options.takeGoodRows === true,
    };
    const running = send(`/api/imports/${id}`, plan);
    const { run } = await showProgress(client, id, running);
    // Without the lines above, nothing else tells a script which columns were taken for what.
    print(isReported ? describeRun(run) : jsonLine({ ...run, mapping: plan.mapping }));
  } finally {
    await client.close();
  }
}

function readMeasure({ kind, unit, better }: ImportOptions): ImportMeasure | null {
  if (kind === undefined && unit === undefined && better === undefined) return null;
  const direction = { higher: 'up', lower: 'down' }[better ?? ''];
  const measure = ImportMeasure.safeParse({ kind, unit, direction });
  if (measure.success) return measure.data;
  throw new CommandFault(
    'A measure takes all three: --kind rate --unit "words a minute" --better higher. Kinds: count, duration, proportion, rate, rating, pass, score.',
    WRONG_CALL,
  );
}

async function readInput(file: string): Promise<Buffer<ArrayBuffer>> {
  if (file !== '-') {
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() !== true) throw new CommandFault(`There is no file ${file}.`, WRONG_CALL);
    if (found.size > IMPORT_BYTES) throw tooLarge();
    return Buffer.from(await readFile(file));
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > IMPORT_BYTES) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new CommandFault(`A file may have 32 MB. ${CUT_IN_PARTS}`);

async function findTarget(client: ApiClient, options: ImportOptions): Promise<ImportTarget> {
  if (options.new !== undefined && options.practice === undefined) return { kind: 'new', title: options.new };
  const name = options.practice;
  if (name === undefined || options.new !== undefined) {
    throw new CommandFault(
      'Say where the attempts belong, with one of --practice NAME and --new TITLE.',
      WRONG_CALL,
    );
  }
  const query = new URLSearchParams({ name });
  const { practices, micromasteries } = await readAnswer(
    await client.request(`/api/practices?${query}`),
    Named,
  );
  const found = [...practices, ...micromasteries];
  if (found.length > 1) {
    const list = found
      .map(({ id, title, slug }) => `  ${practices.length > 0 ? id : slug}  ${title}`)
      .join('\n');
    throw new CommandFault(`“${name}” could be any of these. Name one of them:\n${list}`, WRONG_CALL);
  }
  const [practice, micromastery] = [practices[0], micromasteries[0]];
  if (practice !== undefined) return { kind: 'practice', practiceId: practice.id };
  if (micromastery !== undefined) return { kind: 'micromastery', micromasteryId: micromastery.id };
  throw new CommandFault(
    `Nothing is called “${name}”, neither on your bench nor in the library. With --new TITLE it becomes a practice of your own.`,
    WRONG_CALL,
  );
}

/** fetch would set the boundary itself, but the client's other end may be in this process. */
async function formOf(bytes: Uint8Array<ArrayBuffer>, fileName: string, plan: unknown): Promise<RequestInit> {
  const form = new FormData();
  form.set('file', new File([bytes], fileName));
  form.set('plan', JSON.stringify(plan));
  const encoded = new Response(form);
  return {
    method: 'POST',
    body: await encoded.arrayBuffer(),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  };
}

const count = (number: number) => number.toLocaleString('en');

/** One text a line. */
function describePreview(found: ImportPreview, fileName: string): string[] {
  const lines = [
    `${fileName}: ${count(found.rowsTotal)} rows, ${found.columns.length} columns.`,
    ...found.notes,
  ];
  const { mapping, measure } = found;
  if (mapping === null || measure === null) {
    return [...lines, `Columns: ${found.columns.map((column) => `“${column.name}”`).join(', ')}`];
  }
  lines.push(
    `  value       ${mapping.valueColumn} (${measure.kind}, ${measure.unit}, ${betterWords[measure.direction]})`,
    `  start       ${startColumns(mapping)}${mapping.timesAreUtc ? ', in UTC' : ''}; days as in ${mapping.timeZone}`,
    `  conditions  ${mapping.conditionColumns.join(', ') || 'none'}`,
  );
  if (mapping.noteColumn !== null) lines.push(`  note        ${mapping.noteColumn}`);
  lines.push('As they would be taken:');
  const startOf = startFormat(mapping.timeZone);
  for (const row of found.firstRows.slice(0, ROWS_SHOWN)) {
    const conditions = Object.entries(row.conditions).map(([name, level]) => `${name} ${level}`);
    lines.push(
      `  ${[startOf.format(new Date(row.startedAt)), formatValue(measure, row.value), ...conditions].join('  ')}`,
    );
  }
  const known = found.attemptsKnown ?? 0;
  lines.push(
    `${count(found.rowsGood)} attempts in ${count(found.sessions)} sessions${known > 0 ? `, ${count(known)} of them here already` : ''}.`,
  );
  return lines;
}

const startColumns = ({ timeColumn, timeOfDayColumn }: ImportMapping) =>
  timeOfDayColumn === null ? timeColumn : `${timeColumn}, with ${timeOfDayColumn}`;

/** “2 Mar 2026, 17:30”, as the screens have it, by the clock of where the learner was. */
function startFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

const betterWords = { up: 'higher is better', down: 'lower is better', within: 'best within a range' };

function badRowsFault(found: ImportPreview): CommandFault {
  const named = found.badRows
    .slice(0, BAD_ROWS_SHOWN)
    .map(({ line, reason }) => `  line ${line}: ${oneLine(reason)}`);
  const more = found.rowsBad - named.length;
  return new CommandFault(
    [
      `${count(found.rowsBad)} of ${count(found.rowsTotal)} rows cannot be taken. Nothing was changed.`,
      ...named,
      ...(more > 0 ? [`  and ${count(more)} more`] : []),
      'Mend them, or leave them out with --take-good-rows.',
    ].join('\n'),
  );
}

async function isConfirmed(found: ImportPreview, file: string): Promise<boolean> {
  if (file === '-' || process.stdin.isTTY !== true || process.stderr.isTTY !== true) {
    throw new CommandFault('Nobody can be asked here. If the above is right, add --yes.', WRONG_CALL);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`Take ${count(found.rowsGood)} attempts? [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

/** Waits for the import, and tells how far it is where a person watches. */
async function showProgress(
  client: ApiClient,
  id: string,
  running: Promise<Response>,
): Promise<ImportAnswer> {
  let isOver = false;
  const over = running.finally(() => {
    isOver = true;
  });
  const isWatched = process.stderr.isTTY === true;
  while (isWatched && !isOver) {
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, PROGRESS_MILLISECONDS))]);
    if (isOver) break;
    const answer = await client.request(`/api/imports/${id}`);
    if (!answer.ok) continue;
    const { rowsDone, rowsTotal } = ImportRun.parse(await answer.json());
    printProgress(`${count(rowsDone)} of ${count(rowsTotal)} rows`);
  }
  if (isWatched) printProgress();
  return readAnswer(await over, ImportAnswer);
}

function describeRun(run: ImportRun): string {
  const parts = [`Took ${run.attemptsAdded === 1 ? '1 attempt' : `${count(run.attemptsAdded)} attempts`}`];
  if (run.attemptsKnown > 0) parts.push(`here already: ${count(run.attemptsKnown)}`);
  if (run.rowsRefused > 0) parts.push(`rows left out: ${count(run.rowsRefused)}`);
  return `${parts.join('; ')}.`;
}
