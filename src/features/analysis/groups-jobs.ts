import type { CurveAttempt } from '../../engine/curve/curve-state.ts';
import type { MeasureKind } from '../../engine/measure/measure.ts';
import { numberOf, readValue } from './measure-options.ts';
import { readTable } from './read-table-jobs.ts';
import { type Bytes, TableFault } from './table-file.ts';

/** The rows of one group, in the order of the file. */
export type Group = {
  readonly by: string;
  readonly values: number[];
  /** Milliseconds since 1970; empty where no column of times was named. */
  readonly times: number[];
  /** Further columns, by name. */
  readonly more: Readonly<Record<string, string[]>>;
};

/** For the engine's curve: values in order, with their times where there are any. */
export function attemptsOf({ values, times }: Group): readonly CurveAttempt[] {
  return values.map((value, place) => {
    const at = times[place];
    return at === undefined ? { value } : { value, at };
  });
}

export type GroupColumns = {
  readonly by: string;
  readonly value: string;
  readonly time?: string | undefined;
  readonly more?: readonly CheckedColumn[];
};

/** A further column, and why a text cannot stand in it; null where it can. */
export type CheckedColumn = { readonly column: string; readonly fault: (text: string) => string | null };

export type Source = {
  readonly file: string;
  readonly input: Bytes;
};

const MOST_ROWS = 20_000_000;
/** So many bad rows are told at once; the rest is counted. */
const TOLD_FAULTS = 10;

/**
 * Reads a file into its groups. A row that cannot be used refuses the file, by its line: what was left out in silence would
 * falsify what is said of the rest. Throws TableFault.
 */
export async function readGroups(
  { file, input }: Source,
  columns: GroupColumns,
  kind: MeasureKind,
): Promise<readonly Group[]> {
  const { by, value, time, more = [] } = columns;
  const groups = new Map<string, Group>();
  const faults: string[] = [];
  let [rows, bad] = [0, 0];
  const refuse = (line: number, words: string) => {
    bad += 1;
    if (faults.length < TOLD_FAULTS) faults.push(`Line ${line}: ${words}`);
  };
  for await (const { line, cells } of readTable(
    file,
    [by, value, ...(time === undefined ? [] : [time]), ...more.map(({ column }) => column)],
    input,
  )) {
    rows += 1;
    if (rows > MOST_ROWS)
      throw new TableFault(`The file has more than ${MOST_ROWS.toLocaleString('en')} rows.`);
    const [name = '', text = '', ...rest] = cells;
    const read = readValue(kind, text);
    const at = time === undefined ? null : timeOf(rest.shift() ?? '');
    if (name.trim() === '') refuse(line, `the column “${by}” is empty.`);
    else if (typeof read === 'string') refuse(line, read);
    else if (Number.isNaN(at))
      refuse(line, `the time cannot be read: write it as 2026-11-21T18:30:00Z or in seconds.`);
    else {
      const further = more.flatMap(({ fault }, place) => fault(rest[place] ?? '') ?? []);
      if (further[0] === undefined) put(groups, more, { name, value: read, at, rest });
      else refuse(line, further[0]);
    }
  }
  if (bad > 0) {
    const further = bad > faults.length ? [`And ${bad - faults.length} more.`] : [];
    throw new TableFault(
      [...faults, ...further, 'Nothing was worked out. Mend or leave out these rows, and start again.'].join(
        '\n',
      ),
    );
  }
  return [...groups.values()];
}

type ReadRow = {
  readonly name: string;
  readonly value: number;
  readonly at: number | null;
  readonly rest: readonly string[];
};

function put(
  groups: Map<string, Group>,
  more: readonly CheckedColumn[],
  { name, value, at, rest }: ReadRow,
): void {
  let group = groups.get(name);
  if (group === undefined) {
    group = {
      by: name,
      values: [],
      times: [],
      more: Object.fromEntries(more.map(({ column }) => [column, []])),
    };
    groups.set(name, group);
  }
  group.values.push(value);
  if (at !== null) group.times.push(at);
  for (const [place, { column }] of more.entries()) group.more[column]?.push(rest[place] ?? '');
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;
const ISO_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/** ISO 8601, without a zone in UTC, or a number of seconds; milliseconds since 1970, NaN where it is neither. */
function timeOf(text: string): number {
  const seconds = numberOf(text);
  if (seconds !== null) return seconds * 1000;
  const iso = text.trim().replace(' ', 'T');
  if (!ISO_DAY.test(iso)) return Number.NaN;
  return Date.parse(iso.includes('T') && !ISO_ZONE.test(iso) ? `${iso}Z` : iso);
}
