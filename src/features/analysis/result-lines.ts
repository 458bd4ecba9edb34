export const FORMATS = ['jsonl', 'json', 'csv', 'table'] as const;
export type Format = (typeof FORMATS)[number];

/** What a command found: one of many results, as a program reads it. */
export type Result = { readonly [key: string]: unknown };

/** The same results, line by line, in the form that was asked for. Columns are those that the first of each kind brings. */
export function* resultLines(
  results: Iterable<Result>,
  format: Format,
  jsonLine: (value: unknown) => string,
): Generator<string> {
  if (format === 'jsonl') {
    for (const result of results) yield jsonLine(result);
    return;
  }
  if (format === 'json') {
    yield '[';
    let before: string | null = null;
    for (const result of results) {
      if (before !== null) yield `${before},`;
      before = `  ${jsonLine(result)}`;
    }
    if (before !== null) yield before;
    yield ']';
    return;
  }
  const rows = [...results].map(flat);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (format === 'csv') {
    yield columns.map(csvCell).join(',');
    for (const row of rows) yield columns.map((column) => csvCell(row[column] ?? '')).join(',');
    return;
  }
  yield* tableLines(columns, rows);
}

type Row = Readonly<Record<string, string>>;

/** Lists and what lies inside get columns of their own: `windows.0.mean`. */
function flat(result: Result): Row {
  const row: Record<string, string> = {};
  const walk = (value: unknown, name: string) => {
    if (value === null || value === undefined) row[name] = '';
    else if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) walk(inner, name === '' ? key : `${name}.${key}`);
    } else row[name] = String(value);
  };
  walk(result, '');
  return row;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const FIGURES = 5;

function* tableLines(columns: readonly string[], rows: readonly Row[]): Generator<string> {
  const shown = rows.map((row) => columns.map((column) => shortened(row[column] ?? '')));
  const widths = columns.map((column, place) =>
    Math.max(column.length, ...shown.map((cells) => cells[place]?.length ?? 0)),
  );
  const laid = (cells: readonly string[]) =>
    cells
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd();
  yield laid(columns);
  for (const cells of shown) yield laid(cells);
}

function shortened(text: string): string {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) || Number.isInteger(number)
    ? text
    : String(Number(number.toPrecision(FIGURES)));
}
