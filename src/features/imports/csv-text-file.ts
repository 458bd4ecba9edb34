import { parse } from 'csv-parse';
import { CUT_IN_PARTS, IMPORT_COLUMNS, IMPORT_ROWS } from './contract.ts';

/** The file as a whole cannot be read: one sentence with what to do. */
export class CsvFault extends Error {}

export type Delimiter = ',' | ';' | '\t';
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

const SNIFFED_CHARACTERS = 32 * 1024;
/** A row this long is a quotation mark that nobody closed. */
const LONGEST_ROW = 64 * 1024;
/** Between two of these, other requests are served. */
const CHUNK_CHARACTERS = 256 * 1024;

export const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Text with line feeds only, and without a byte order mark. */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new CsvFault('The file is empty.');
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isUtf16 && bytes.includes(0)) {
    throw new CsvFault(
      'This is not a text file: it holds NUL bytes. In the spreadsheet, save the sheet as CSV and send that.',
    );
  }
  const decoded = decode(bytes, isUtf16 ? 'utf-16le' : 'utf-8');
  if (decoded === null) {
    const place = isUtf16 ? 'The file' : `Line ${firstUnreadableLine(bytes)}`;
    throw new CsvFault(
      `${place} is not UTF-8 text. In the spreadsheet, choose “CSV UTF-8” when you save it.`,
    );
  }
  const text = decoded.replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw new CsvFault('The file is empty.');
  if (text.includes('\0') || !text.isWellFormed()) throw new CsvFault('This is not a text file.');
  return text;
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function firstUnreadableLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    if (decode(bytes.subarray(start, stop), 'utf-8') === null) return line;
    start = stop + 1;
  }
  return line;
}

export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** The beginning of the file, whole rows only, read with the delimiter that makes most of its rows equally long. */
export async function readBeginning(text: string): Promise<{ delimiter: Delimiter; rows: CsvRow[] }> {
  const cut = text.slice(0, SNIFFED_CHARACTERS);
  const beginning = cut.length < text.length ? cut.slice(0, cut.lastIndexOf('\n') + 1) : cut;
  let best: { delimiter: Delimiter; rows: CsvRow[]; score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const rows: CsvRow[] = [];
    await readRows(beginning, delimiter, (row) => rows.push(row)).catch((error: unknown) => {
      // A quoted cell may be cut where the beginning ends, and the other delimiters may fit better.
      if (!(error instanceof CsvFault)) throw error;
    });
    const width = rows[0]?.cells.length ?? 0;
    const equal = rows.filter((row) => row.cells.length === width).length / Math.max(rows.length, 1);
    const score = width < 2 ? 0 : equal * 1000 + width;
    if (best === undefined || score > best.score) best = { delimiter, rows, score };
  }
  if (best === undefined || best.rows.length === 0) {
    throw new CsvFault(`The first row is longer than ${SNIFFED_CHARACTERS} characters. Is this a CSV file?`);
  }
  const width = best.rows[0]?.cells.length ?? 0;
  if (width > IMPORT_COLUMNS)
    throw new CsvFault(`The file has ${width} columns; ${IMPORT_COLUMNS} are the most.`);
  return best;
}

/**
 * Every row with the line that it begins in, counted from 1; rows without a single filled cell are left out. A quoted
 * cell may hold line breaks; a quotation mark inside an unquoted cell is an ordinary character.
 */
export async function readRows(
  text: string,
  delimiter: Delimiter,
  take: (row: CsvRow) => void,
): Promise<void> {
  let rows = 0;
  let lastLine = 0;
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      // csv-parse tells the line in which a row ends.
      const line = lines - (lines - lastLine > 1 ? countBreaks(cells) : 0);
      lastLine = lines;
      if (cells.some((cell) => cell.trim() !== '')) {
        rows += 1;
        if (rows > IMPORT_ROWS + 1) {
          throw new CsvFault(
            `The file has more than ${IMPORT_ROWS.toLocaleString('en')} rows. ${CUT_IN_PARTS}`,
          );
        }
        take({ line, cells });
      }
      return null;
    },
  });
  let failure: unknown;
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.resume();
  for (let start = 0; start < text.length && failure === undefined; start += CHUNK_CHARACTERS) {
    parser.write(text.slice(start, start + CHUNK_CHARACTERS));
    await nextTurn();
  }
  if (failure === undefined) {
    await new Promise<void>((resolve) => {
      parser.on('end', resolve).on('error', () => resolve());
      parser.end();
    });
  }
  if (failure !== undefined) throw wordedFault(failure, lastLine + 1);
}

function countBreaks(cells: readonly string[]): number {
  return cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}

function wordedFault(failure: unknown, line: number): unknown {
  if (failure instanceof CsvFault || !(failure instanceof Error) || !('code' in failure)) return failure;
  const code = String(failure.code);
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new CsvFault(`A quotation mark that opens in or after line ${line} is never closed.`);
  }
  return code.startsWith('CSV_') ? new CsvFault(`Line ${line} cannot be read as CSV.`) : failure;
}
