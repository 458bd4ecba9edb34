import { readTable } from './read-table-jobs.ts';
import { type Bytes, TableFault } from './table-file.ts';

/** The cells of one row, in the order of the columns that were asked for, and its line. Throws RowFault where they cannot be used. */
export type RowReader<Row> = (cells: readonly string[], line: number) => Row;

/** Why one row cannot be used, in words that follow “Line 7: ”. */
export class RowFault extends Error {}

/** A file, or `-` for what comes in. */
export type Source = { readonly file: string; readonly input: Bytes };

const MOST_ROWS = 20_000_000;
/** So many bad rows are told at once; the rest is counted. */
const TOLD_FAULTS = 10;

/**
 * Takes every row of a file. One row that cannot be used refuses the file, by its line: what was left out in silence would
 * falsify what is said of the rest. Throws TableFault.
 */
export async function takeRows(
  { file, input }: Source,
  columns: readonly string[],
  take: RowReader<void>,
): Promise<void> {
  const faults: string[] = [];
  let [rows, bad] = [0, 0];
  for await (const { line, cells } of readTable(file, columns, input)) {
    rows += 1;
    if (rows > MOST_ROWS)
      throw new TableFault(`The file has more than ${MOST_ROWS.toLocaleString('en')} rows.`);
    try {
      take(cells, line);
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      bad += 1;
      if (faults.length < TOLD_FAULTS) faults.push(`Line ${line}: ${error.message}`);
    }
  }
  if (bad === 0) return;
  const further = bad > faults.length ? [`And ${bad - faults.length} more.`] : [];
  const end = 'Nothing was worked out. Mend or leave out these rows, and start again.';
  throw new TableFault([...faults, ...further, end].join('\n'));
}

/** The same, each row read into something. */
export async function readCheckedRows<Row>(
  source: Source,
  columns: readonly string[],
  read: RowReader<Row>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  await takeRows(source, columns, (cells, line) => {
    rows.push(read(cells, line));
  });
  return rows;
}

/** A cell that must say something. */
export function filled(column: string, text: string | undefined): string {
  const name = (text ?? '').trim();
  if (name === '') throw new RowFault(`the column “${column}” is empty.`);
  return name;
}
