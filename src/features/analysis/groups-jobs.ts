import type { CurveAttempt } from '../../engine/curve/curve-state.ts';
import type { MeasureKind } from '../../engine/measure/measure.ts';
import { filled, RowFault, type Source, takeRows } from './checked-rows-jobs.ts';
import { readTime, readValue } from './measure-options.ts';

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

/** Reads a file into its groups, in the order in which they first come. Throws TableFault. */
export async function readGroups(
  source: Source,
  { by, value, time, more = [] }: GroupColumns,
  kind: MeasureKind,
): Promise<readonly Group[]> {
  const groups = new Map<string, Group>();
  const columns = [by, value, ...(time === undefined ? [] : [time]), ...more.map(({ column }) => column)];
  await takeRows(source, columns, ([name, text = '', ...rest]) => {
    const read = readValue(kind, text);
    if (typeof read === 'string') throw new RowFault(read);
    const at = time === undefined ? null : timeIn(rest.shift() ?? '');
    for (const [place, { fault }] of more.entries()) {
      const found = fault(rest[place] ?? '');
      if (found !== null) throw new RowFault(found);
    }
    put(groups, more, { name: filled(by, name), value: read, at, rest });
  });
  return [...groups.values()];
}

function timeIn(text: string): number {
  const at = readTime(text);
  if (at === null)
    throw new RowFault('the time cannot be read: write it as 2026-11-21T18:30:00Z or in seconds.');
  return at;
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
