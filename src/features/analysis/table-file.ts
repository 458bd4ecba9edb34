import { parse } from 'csv-parse';

/** The file cannot be used as it is: one sentence that says where, and what to do. */
export class TableFault extends Error {}

/** One row: its line in the file, from 1, and the cells of the columns that were asked for, in that order. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** A row this long is a quotation mark that nobody closed. */
const LONGEST_ROW = 64 * 1024;

/** Bytes of a file, piece by piece. */
export type Bytes = AsyncIterable<Uint8Array | string>;

/**
 * The named columns of a CSV file with a heading row, row by row, so that a million rows need no more memory than one.
 * `file` is what it is called in a fault, `-` for standard input. Throws TableFault.
 */
export async function* tableRows(
  source: Bytes,
  file: string,
  columns: readonly string[],
): AsyncGenerator<TableRow> {
  const parser = parse({ bom: true, info: true, skip_empty_lines: true, max_record_size: LONGEST_ROW });
  let places: readonly number[] | null = null;
  try {
    for await (const { record, info } of piped(source, parser)) {
      if (places === null) places = placesOf(columns, record);
      else yield { line: info.lines, cells: places.map((place) => record[place] ?? '') };
    }
  } catch (error) {
    throw error instanceof TableFault ? error : faultOf(error, file);
  }
  if (places === null) throw new TableFault(`${nameOf(file)} is empty: the first row names the columns.`);
}

type Parser = ReturnType<typeof parse>;
type ParsedRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

async function* piped(source: Bytes, parser: Parser): AsyncGenerator<ParsedRow> {
  const writing = (async () => {
    try {
      for await (const chunk of source) {
        if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve));
      }
      parser.end();
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  })();
  yield* parser;
  await writing;
}

function placesOf(columns: readonly string[], heading: readonly string[]): readonly number[] {
  const names = heading.map((name) => name.trim());
  return columns.map((column) => {
    const place = names.indexOf(column);
    if (place === -1)
      throw new TableFault(`There is no column “${column}”. The file has: ${names.join(', ')}.`);
    return place;
  });
}

const nameOf = (file: string) => (file === '-' ? 'Standard input' : file);

function faultOf(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'ENOENT') return new TableFault(`There is no file ${file}.`);
  if (code === 'EISDIR') return new TableFault(`${file} is a folder, not a file.`);
  if (code === 'EACCES') return new TableFault(`${file} may not be read by this user.`);
  if (!code.startsWith('CSV_')) return error;
  const line = 'lines' in error ? ` line ${String(error.lines)}:` : '';
  return new TableFault(`${nameOf(file)},${line} ${csvWords(code)}`);
}

function csvWords(code: string): string {
  switch (code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return 'this row has more or fewer cells than the heading.';
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return 'a quotation mark is not closed.';
    default:
      return 'this is no row of a CSV file.';
  }
}
