import type { Command } from 'commander';
import { impactOf } from '../../engine/impact/impact.ts';
import type { PanelRow } from '../../engine/impact/panel.ts';
import { MEASURE_KINDS, type MeasureKind } from '../../engine/measure/measure.ts';
import { filled, RowFault, readCheckedRows } from './checked-rows-jobs.ts';
import { numberOf, OptionFault, readBetter, readKind, readValue, wholeOf } from './measure-options.ts';
import { FORMATS, type Result } from './result-lines.ts';
import { answer } from './shared-commands.ts';
import { TableFault } from './table-file.ts';

type ImpactOptions = {
  readonly unit: string;
  readonly period: string;
  readonly value: string;
  readonly start: string;
  readonly people?: string;
  readonly kind: string;
  readonly better: string;
  readonly smallest?: string;
  readonly drawn?: true;
  readonly seed?: string;
  readonly placebo: readonly string[];
  readonly format: string;
};

type ImpactColumns = Omit<ImpactOptions, 'placebo'> & { readonly placebos: readonly Placebo[] };

/** A measure that should not change. */
type Placebo = { readonly name: string; readonly kind: MeasureKind };

/** `bottega impact FILE`: what beginning did, held against those who had not begun. */
export function registerImpactCommand(program: Command): void {
  program
    .command('impact')
    .description('what beginning did to a measure, against those who had not begun')
    .argument(
      '<file>',
      'CSV with a heading row, one value of one unit in one period a row; - reads standard input',
    )
    .requiredOption('--unit <column>', 'the person or team')
    .requiredOption('--period <column>', 'numbers, or dates such as 2026-11, 2026-W07 or 2026-11-21')
    .requiredOption('--value <column>', 'the measured value')
    .requiredOption('--start <column>', 'the period in which the unit began; empty: it did not')
    .option('--people <column>', 'how many people a unit is (1)')
    .option('--kind <kind>', 'count, duration (seconds), proportion, rate, rating, pass or score', 'score')
    .option('--better <direction>', 'higher, lower or within:LO..HI', 'higher')
    .option('--smallest <effect>', 'the smallest effect of interest, on the working scale')
    .option('--drawn', 'chance decided who began when')
    .option(
      '--placebo <column>',
      'a measure that should not change, with :kind behind it where its kind is not --kind (repeatable)',
      (column: string, before: readonly string[]) => [...before, column],
      [],
    )
    .option('--seed <number>', 'of the arrangements drawn where there are too many to go through')
    .option('--format <format>', FORMATS.join(', '), 'jsonl')
    .action((file: string, options: ImpactOptions) =>
      answer(options.format, () => impactResults(file, options)),
    );
}

type ReadRow = Omit<PanelRow, 'period' | 'start'> & {
  readonly line: number;
  readonly period: string;
  readonly start: string;
  /** In the order of the placebos; null: not measured. */
  readonly others: readonly (number | null)[];
};

async function impactResults(file: string, options: ImpactOptions): Promise<readonly Result[]> {
  const kind = readKind(options.kind);
  const asked = {
    kind,
    better: readBetter(options.better),
    isDrawn: options.drawn === true,
    smallest: smallestOf(options.smallest),
    ...seedOf(options.seed),
  };
  const { unit, period, value, start, people } = options;
  const placebos = placebosOf(options.placebo, kind);
  const columns = [
    ...[unit, period, value, start],
    ...placebos.map(({ name }) => name),
    ...(people === undefined ? [] : [people]),
  ];
  const reader = rowReader({ ...options, placebos }, kind);
  const rows = await readCheckedRows({ file, input: process.stdin }, columns, reader);
  refuseChangedStarts(rows);
  const found = impactOf(numbered(rows), {
    ...asked,
    placebos: placebos.map(({ name, kind: own }, place) => ({
      name,
      rows: numbered(placeboRows(rows, place)),
      options: { kind: own, better: asked.better },
    })),
  });
  if (found.kind !== 'impact') return [found];
  const { level: _, ...told } = found;
  return [told];
}

const MOST_PLACEBOS = 20;

/** "sick_days", or "sick_days:count" where it is of another kind. */
function placebosOf(asked: readonly string[], kind: MeasureKind): readonly Placebo[] {
  const placebos = asked.map((text) => {
    const own = MEASURE_KINDS.find((one) => text.endsWith(`:${one}`));
    return own === undefined ? { name: text, kind } : { name: text.slice(0, -own.length - 1), kind: own };
  });
  const names = new Set(placebos.map(({ name }) => name));
  if (names.size < placebos.length || names.size > MOST_PLACEBOS)
    throw new OptionFault(`--placebo names each measure once, ${MOST_PLACEBOS} at most.`);
  return placebos;
}

/** Rows in which the placebo was measured. */
function placeboRows(rows: readonly ReadRow[], place: number): readonly ReadRow[] {
  return rows.flatMap((row) => {
    const value = row.others[place] ?? null;
    return value === null ? [] : [{ ...row, value }];
  });
}

function smallestOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const smallest = numberOf(text);
  if (smallest === null || smallest <= 0)
    throw new OptionFault('--smallest is a number above 0, such as 0.05.');
  return smallest;
}

function seedOf(text: string | undefined): { readonly seed?: number } {
  if (text === undefined) return {};
  const seed = wholeOf(text);
  if (seed === null) throw new OptionFault('--seed is a whole number from 1 up.');
  return { seed };
}

/** Written so, dates stand in their order as texts do: the year first, then what divides it, with noughts in front. */
const DATE = /^\d{4}(?:-(?:\d{2}|W\d{2}|Q\d)(?:-\d{2})?)?(?:[T ][\d:.]+Z?)?$/;

function rowReader({ unit, period, people, placebos }: ImpactColumns, kind: MeasureKind) {
  const when = (text: string) => {
    if (numberOf(text) === null && !DATE.test(text))
      throw new RowFault(
        `“${text.slice(0, 40)}” is no period: write a number, or a date such as 2026-11 or 2026-W07.`,
      );
    return text;
  };
  return (cells: readonly string[], line: number): ReadRow => {
    const read = readValue(kind, cells[2] ?? '');
    if (typeof read === 'string') throw new RowFault(read);
    const began = (cells[3] ?? '').trim();
    return {
      line,
      unit: filled(unit, cells[0]),
      period: when(filled(period, cells[1])),
      value: read,
      start: began === '' ? '' : when(began),
      others: placebos.map(({ name, kind: own }, place) => placeboOf(name, own, cells[4 + place] ?? '')),
      ...(people === undefined ? {} : { people: peopleOf(filled(people, cells[4 + placebos.length])) }),
    };
  };
}

function placeboOf(name: string, kind: MeasureKind, text: string): number | null {
  if (text.trim() === '') return null;
  const read = readValue(kind, text);
  if (typeof read === 'string') throw new RowFault(`in the column “${name}”, ${read}`);
  return read;
}

function peopleOf(text: string): number {
  const people = wholeOf(text);
  if (people === null) throw new RowFault(`“${text.slice(0, 40)}” is no number of people.`);
  return people;
}

/** A unit begins once. */
function refuseChangedStarts(rows: readonly ReadRow[]): void {
  const first = new Map<string, ReadRow>();
  for (const row of rows) {
    const known = first.get(row.unit) ?? row;
    first.set(row.unit, known);
    if (known.start !== row.start)
      throw new TableFault(
        `Lines ${known.line} and ${row.line} give ${row.unit} two starts. Nothing was worked out: give it one, in all of its rows.`,
      );
  }
}

/** Periods as numbers, if all are; else by their place among all dates, of periods and starts. Throws TableFault. */
function numbered(rows: readonly ReadRow[]): readonly PanelRow[] {
  const all = [...new Set(rows.flatMap(({ period, start }) => (start === '' ? [period] : [period, start])))];
  const shapes = new Set(all.map(shapeOf));
  if (shapes.size > 1)
    throw new TableFault(
      `Periods and starts are written in ${shapes.size} ways. Write all in one, such as 2026-11.`,
    );
  const isNumber = shapes.has('number');
  const places = new Map(all.sort().map((text, place) => [text, isNumber ? (numberOf(text) ?? 0) : place]));
  return rows.map(({ line: _, others: __, period, start, ...row }) => ({
    ...row,
    period: places.get(period) ?? 0,
    start: start === '' ? null : (places.get(start) ?? 0),
  }));
}

/** Digits alone apart: 2026-W07 and 2026-W12 have one shape, 2026-11 another. */
function shapeOf(text: string): string {
  return numberOf(text) === null ? text.replaceAll(/\d/g, '0') : 'number';
}
