import { createReadStream } from 'node:fs';
import { type Bytes, type TableRow, tableRows } from './table-file.ts';

/** The named columns of a CSV file, row by row; `-` reads `input`. Throws TableFault. */
export function readTable(file: string, columns: readonly string[], input: Bytes): AsyncGenerator<TableRow> {
  return tableRows(file === '-' ? input : createReadStream(file), file, columns);
}
