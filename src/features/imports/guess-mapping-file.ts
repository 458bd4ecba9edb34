import { parseValue } from '../../engine/measure/parse-value.ts';
import type { ImportMeasure } from './contract.ts';
import { looksLikeTime } from './written-time-file.ts';

export type SampledColumn = { readonly name: string; readonly samples: readonly string[] };

export type ColumnGuess = {
  readonly valueColumn: string | null;
  readonly timeColumn: string | null;
  readonly timesAreUtc: boolean;
  readonly conditionColumns: readonly string[];
  readonly noteColumn: string | null;
};

const CONDITIONS_AT_MOST = 12;
const LONGEST_CONDITION = 60;
const LONGEST_UNIT = 40;
/** Of the filled cells of a column, before it counts as holding times or numbers. */
const MOSTLY = 0.9;

/** What a header calls its measure, most telling first. The unit is the header's own word where none is given. */
const MEASURES: readonly {
  readonly name: RegExp;
  readonly measure: Omit<ImportMeasure, 'unit'>;
  readonly unit?: string;
}[] = [
  { name: /\bwpm\b|words.*(min|\/m)/i, measure: { kind: 'rate', direction: 'up' }, unit: 'words a minute' },
  {
    name: /\bcpm\b|(characters|chars).*min/i,
    measure: { kind: 'rate', direction: 'up' },
    unit: 'characters a minute',
  },
  { name: /\bbpm\b/i, measure: { kind: 'rate', direction: 'up' }, unit: 'beats a minute' },
  { name: /\b(value|result)\b/i, measure: { kind: 'score', direction: 'up' } },
  { name: /\b(score|points|mark|grade)s?\b/i, measure: { kind: 'score', direction: 'up' } },
  { name: /\b(reps?|repetitions|catches|count|number of)\b/i, measure: { kind: 'count', direction: 'up' } },
  { name: /\b(rating|feel|felt)\b/i, measure: { kind: 'rating', direction: 'up' }, unit: 'out of ten' },
  {
    name: /\b(pass(ed)?|held|success(ful)?|done)\b/i,
    measure: { kind: 'pass', direction: 'up' },
    unit: 'held',
  },
  {
    name: /\b(duration|elapsed|seconds|secs|lap|split)\b/i,
    measure: { kind: 'duration', direction: 'down' },
    unit: 'seconds',
  },
  {
    name: /accuracy|percent|share|%/i,
    measure: { kind: 'proportion', direction: 'up' },
    unit: 'of the whole',
  },
  { name: /\b(errors?|mistakes?|faults?|misses)\b/i, measure: { kind: 'count', direction: 'down' } },
];

/** What each column most likely is, from its name and its first cells. */
export function guessColumns(columns: readonly SampledColumn[]): ColumnGuess {
  const timeColumn = guessTime(columns);
  const others = columns.filter(
    (column) => column !== timeColumn && filled(column).length > 0 && !isCounter(column),
  );
  const valueColumn = guessValue(others);
  const noteColumn = others.find(
    (column) => column !== valueColumn && /\b(notes?|comments?|remarks?)\b/i.test(column.name),
  );
  const conditionColumns = others.filter(
    (column) =>
      column !== valueColumn &&
      column !== noteColumn &&
      column.samples.every((cell) => cell.trim().length <= LONGEST_CONDITION && !looksLikeTime(cell)),
  );
  return {
    valueColumn: valueColumn?.name ?? null,
    timeColumn: timeColumn?.name ?? null,
    timesAreUtc: timeColumn !== undefined && /\b(utc|gmt)\b/i.test(timeColumn.name),
    conditionColumns: conditionColumns.slice(0, CONDITIONS_AT_MOST).map((column) => column.name),
    noteColumn: noteColumn?.name ?? null,
  };
}

/** The measure that a column's name and cells suggest. */
export function guessMeasure({ name, samples }: SampledColumn): ImportMeasure {
  const cells = samples.filter((cell) => cell.trim() !== '');
  const fits = (kind: ImportMeasure['kind']) =>
    share(cells, (cell) => parseValue(kind, cell).kind === 'value') >= MOSTLY;
  const ownUnit =
    name
      .slice(0, LONGEST_UNIT)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim() || 'points';
  const named = MEASURES.find((entry) => entry.name.test(name) && fits(entry.measure.kind));
  if (named !== undefined) return { ...named.measure, unit: named.unit ?? ownUnit };
  if (cells.some((cell) => cell.includes(':')) && fits('duration')) {
    return { kind: 'duration', unit: 'seconds', direction: 'down' };
  }
  if (cells.every((cell) => cell.trim().endsWith('%')) && fits('proportion')) {
    return { kind: 'proportion', unit: ownUnit, direction: 'up' };
  }
  if (!isNumeric({ name, samples }) && fits('pass')) return { kind: 'pass', unit: 'held', direction: 'up' };
  return { kind: fits('count') ? 'count' : 'score', unit: ownUnit, direction: 'up' };
}

function guessTime(columns: readonly SampledColumn[]): SampledColumn | undefined {
  const isNamed = (column: SampledColumn) => /date|time|when|start|timestamp|\bday\b/i.test(column.name);
  const timed = columns.filter((column) => share(filled(column), looksLikeTime) >= MOSTLY);
  const counted = columns.filter(
    (column) =>
      isNamed(column) &&
      share(filled(column), (cell) => /^1\d{9}(\d{3}|\.\d+)?$/.test(cell.trim())) >= MOSTLY,
  );
  return timed.find(isNamed) ?? timed[0] ?? counted[0];
}

function guessValue(columns: readonly SampledColumn[]): SampledColumn | undefined {
  const usable = columns.filter((column) => isNumeric(column) || guessMeasure(column).kind !== 'score');
  for (const { name } of MEASURES) {
    const found = usable.find((column) => name.test(column.name));
    if (found !== undefined) return found;
  }
  // Where nothing else is left it is the value, and its rows say what is wrong with them.
  return usable[0] ?? (columns.length === 1 ? columns[0] : undefined);
}

const filled = (column: SampledColumn) => column.samples.filter((cell) => cell.trim() !== '');

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function isNumeric(column: SampledColumn): boolean {
  return share(filled(column), (cell) => parseValue('score', cell).kind === 'value') >= MOSTLY;
}

/** A running number of the rows, which says nothing about an attempt. */
function isCounter(column: SampledColumn): boolean {
  const numbers = column.samples.map(Number);
  if (numbers.length < 3 || numbers.some((number) => !Number.isInteger(number))) return false;
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return (
    Math.abs(step) === 1 &&
    numbers.every((number, at) => at === 0 || number - (numbers[at - 1] ?? 0) === step)
  );
}
