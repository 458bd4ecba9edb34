import type { MeasureKind } from '../../engine/measure/measure.ts';
import { parseFaultWords, parseValue } from '../../engine/measure/parse-value.ts';
import type { SampledColumn } from './column-looks.ts';
import { BAD_ROWS_NAMED, type BadRow, type ImportMapping } from './contract.ts';
import { CsvFault, type Delimiter, decodeCsv, nextTurn, readBeginning, readRows } from './csv-text-file.ts';
import { openZone } from './time-zone.ts';
import {
  looksLikeTime,
  readDateAndClock,
  readWrittenTime,
  type TimeReading,
  type WrittenTime,
  watchDateOrder,
} from './written-time.ts';

export type AttemptsCsv = {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  readonly columns: readonly SampledColumn[];
  /** What a person should know about the columns. */
  readonly notes: readonly string[];
};

/** One attempt as the file has it; `startedAt` in milliseconds since 1970. */
export type CsvAttempt = {
  readonly line: number;
  readonly startedAt: number;
  readonly localDay: string;
  readonly value: number;
  readonly conditions: Readonly<Record<string, string>>;
  readonly note: string | null;
};

export type CsvAttempts = {
  readonly attempts: CsvAttempt[];
  readonly rowsTotal: number;
  readonly rowsBad: number;
  readonly badRows: BadRow[];
};

const SAMPLED_ROWS = 200;
const LONGEST_NAME = 60;
const LONGEST_CONDITION = 60;
const LONGEST_NOTE = 2_000;
/** Clocks differ a little; a time zone that is wrong differs by more. */
const FUTURE_MILLISECONDS = 5 * 60_000;
/** Of a row that is quoted, before its white space is taken out. */
const ROW_TEXT_KEPT = 200;
const LONGEST_QUOTED = 40;
const ROWS_A_TURN = 20_000;

/** Throws CsvFault where the file is no table of attempts at all. */
export async function openAttemptsCsv(bytes: Uint8Array): Promise<AttemptsCsv> {
  const text = decodeCsv(bytes);
  const { delimiter, rows } = await readBeginning(text);
  const [first, ...rest] = rows;
  const cells = first?.cells ?? [];
  if (cells.length < 2) {
    throw new CsvFault(
      'The file has one column only. It needs at least two, the start time and the value, between commas, semicolons or tabs.',
    );
  }
  const hasHeader = !cells.some(isDatum);
  if (hasHeader && rest.length === 0) {
    // Reading on says what is wrong with the rows, where there are any.
    await readRows(text, delimiter, () => {});
    throw new CsvFault('The file has a header and no rows under it.');
  }
  const notes: string[] = [];
  const names = nameColumns(hasHeader ? cells : cells.map(() => ''), notes);
  const sampled = (hasHeader ? rest : rows).slice(0, SAMPLED_ROWS);
  const columns = names.map((name, at) => ({ name, samples: sampled.map((row) => row.cells[at] ?? '') }));
  return { text, delimiter, hasHeader, columns, notes };
}

/** A header names; it does not hold what rows hold. */
function isDatum(cell: string): boolean {
  return (
    looksLikeTime(cell) ||
    parseValue('score', cell).kind === 'value' ||
    parseValue('duration', cell).kind === 'value'
  );
}

/** Every column by a name of its own, so that a mapping can mean only one. */
function nameColumns(cells: readonly string[], notes: string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, at) => {
    const written = cut(cell.replace(/\s+/g, ' ').trim(), LONGEST_NAME);
    // This one name would be taken for something else where conditions are kept by name.
    const name = written === '' || written === '__proto__' ? `Column ${at + 1}` : written;
    let unique = name;
    for (let count = 2; taken.has(unique); count++) unique = `${cut(name, LONGEST_NAME - 6)} (${count})`;
    taken.add(unique);
    if (unique !== name && notes.length < 10) {
      notes.push(`More than one column is called “${name}”; column ${at + 1} is shown as “${unique}”.`);
    }
    return unique;
  });
}

type RawRow = {
  line: number;
  width: number;
  value: string;
  time: string;
  /** Null where the time column says it all. */
  timeOfDay: string | null;
  note: string;
  conditions: string[];
  /** The row as it is, for those that no cell of theirs could be known by; elsewhere empty, to spare the memory. */
  text: string;
};

/** 03/04/2026 is a day of March or of April, and no row decides it: a person has to say. */
export class DateOrderOpen extends CsvFault {
  constructor() {
    super(
      'The dates can be read two ways, day first or month first, and no row decides it. Choose the order of the dates.',
    );
  }
}

/**
 * Every row as an attempt, in the order of time; rows of one moment stay in the order of the file, also where the file
 * begins with the newest. Bad rows come with a reason. Throws DateOrderOpen where dates could be read two ways.
 */
export async function readAttemptsCsv(
  csv: AttemptsCsv,
  mapping: ImportMapping,
  kind: MeasureKind,
  now: number,
): Promise<CsvAttempts> {
  const order = watchDateOrder();
  const rows = await readMappedRows(csv, mapping, (time) => order.see(time));
  const shown = order.result();
  if (mapping.dateOrder === null && shown === 'undecided') {
    throw new DateOrderOpen();
  }
  const reading: TimeReading = {
    zone: openZone(mapping.timeZone),
    timesAreUtc: mapping.timesAreUtc,
    order: mapping.dateOrder ?? (shown === 'undecided' ? null : shown),
  };
  const attempts: CsvAttempt[] = [];
  const badRows: BadRow[] = [];
  let rowsBad = 0;
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_A_TURN === ROWS_A_TURN - 1) await nextTurn();
    const read = readRow(row, csv.columns.length, mapping.conditionColumns, kind, reading, now);
    if ('reason' in read) {
      rowsBad += 1;
      if (badRows.length < BAD_ROWS_NAMED) badRows.push(read);
    } else attempts.push(read);
  }
  return { attempts: inTimeOrder(attempts), rowsTotal: rows.length, rowsBad, badRows };
}

async function readMappedRows(
  csv: AttemptsCsv,
  mapping: ImportMapping,
  seeTime: (text: string) => void,
): Promise<RawRow[]> {
  const place = (name: string) => csv.columns.findIndex((column) => column.name === name);
  const [value, time] = [place(mapping.valueColumn), place(mapping.timeColumn)];
  const timeOfDay = mapping.timeOfDayColumn === null ? null : place(mapping.timeOfDayColumn);
  const note = mapping.noteColumn === null ? -1 : place(mapping.noteColumn);
  const conditions = mapping.conditionColumns.map(place);
  const rows: RawRow[] = [];
  let [isFirst, textsKept] = [true, 0];
  await readRows(csv.text, csv.delimiter, ({ line, cells }) => {
    const isHeader = isFirst && csv.hasHeader;
    isFirst = false;
    if (isHeader) return;
    seeTime(cells[time] ?? '');
    // Spreadsheets leave empty cells at the end of a row.
    const width =
      cells.length > csv.columns.length
        ? cells.findLastIndex((cell) => cell.trim() !== '') + 1
        : cells.length;
    const needed = [value, time, ...(timeOfDay === null ? [] : [timeOfDay])];
    const isLacking = width !== csv.columns.length || needed.some((at) => (cells[at] ?? '').trim() === '');
    const isQuoted = isLacking && textsKept < BAD_ROWS_NAMED;
    if (isQuoted) textsKept += 1;
    rows.push({
      line,
      width,
      value: cells[value] ?? '',
      time: cells[time] ?? '',
      timeOfDay: timeOfDay === null ? null : (cells[timeOfDay] ?? ''),
      note: cells[note] ?? '',
      conditions: conditions.map((at) => cells[at] ?? ''),
      text: isQuoted ? cut(cells.join(csv.delimiter), ROW_TEXT_KEPT) : '',
    });
  });
  return rows;
}

function readRow(
  row: RawRow,
  width: number,
  conditionNames: readonly string[],
  kind: MeasureKind,
  reading: TimeReading,
  now: number,
): CsvAttempt | BadRow {
  const { line } = row;
  const bad = (reason: string, cell = ''): BadRow => {
    return { line, reason: `${reason}${quoted(row.text === '' ? cell : row.text)}` };
  };
  if (row.width !== width) {
    return bad(`the row has ${row.width} ${row.width === 1 ? 'cell' : 'cells'}, not ${width}`);
  }
  const time = readStart(row, reading);
  const written = `${row.time} ${row.timeOfDay ?? ''}`;
  if (time.kind === 'fault') return bad(time.reason, written);
  if (time.moment > now + FUTURE_MILLISECONDS) {
    return bad('the start lies in the future; is the time zone right?', written);
  }
  const parsed = parseValue(kind, row.value);
  if (parsed.kind === 'fault') return bad(parseFaultWords(kind, parsed.fault), row.value);
  const note = row.note.trim();
  if (note.length > LONGEST_NOTE) return bad(`the note is longer than ${LONGEST_NOTE} characters`, note);
  const conditions: [string, string][] = [];
  for (const [at, name] of conditionNames.entries()) {
    const level = (row.conditions[at] ?? '').trim();
    if (level.length > LONGEST_CONDITION) {
      return bad(`“${name}” is longer than ${LONGEST_CONDITION} characters`, level);
    }
    if (level !== '') conditions.push([name, level]);
  }
  return {
    line,
    startedAt: time.moment,
    localDay: time.localDay,
    value: parsed.value,
    conditions: Object.fromEntries(conditions),
    note: note === '' ? null : note,
  };
}

function readStart({ time, timeOfDay }: RawRow, reading: TimeReading): WrittenTime {
  return timeOfDay === null ? readWrittenTime(time, reading) : readDateAndClock(time, timeOfDay, reading);
}

/** Never half of a character. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** In a line that names it, so without line breaks of its own. */
function quoted(cell: string): string {
  const clean = cell.replace(/\s+/g, ' ').trim();
  return clean === ''
    ? ''
    : ` (“${clean.length > LONGEST_QUOTED ? `${cut(clean, LONGEST_QUOTED)}…` : clean}”)`;
}

function inTimeOrder(attempts: readonly CsvAttempt[]): CsvAttempt[] {
  const isNewestFirst = (attempts[0]?.startedAt ?? 0) > (attempts.at(-1)?.startedAt ?? 0);
  const chronological = isNewestFirst ? attempts.toReversed() : attempts;
  return chronological.toSorted((a, b) => a.startedAt - b.startedAt);
}
