import { formatTick } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { formatDate, formatDays } from '../format-day.ts';
import type { TableColumn } from './ChartTable.tsx';
import type { ChartPicture } from './chart-picture.ts';

const POINT_COLUMNS: readonly TableColumn[] = [
  { head: 'Take' },
  { head: 'Day' },
  { head: 'Result', isNumber: true },
];
const BIN_COLUMNS: readonly TableColumn[] = [
  { head: 'Takes' },
  { head: 'Days' },
  { head: 'Least', isNumber: true },
  { head: 'A quarter below', isNumber: true },
  { head: 'Median', isNumber: true },
  { head: 'A quarter above', isNumber: true },
  { head: 'Greatest', isNumber: true },
];

export function practiceColumns({ drawn }: ChartPicture): readonly TableColumn[] {
  return drawn.kind === 'points' ? POINT_COLUMNS : BIN_COLUMNS;
}

/** Latest first, as the chart draws them: single takes, or runs of neighbours. */
export function practiceRows(
  { drawn }: ChartPicture,
  measure: Measure,
): readonly { readonly key: string; readonly cells: readonly string[] }[] {
  if (drawn.kind === 'points') {
    return drawn.points
      .map(({ index, number, at, value }) => ({
        key: String(index),
        cells: [countFigures(number), formatDate(at), formatTick(measure, value)],
      }))
      .reverse();
  }
  return drawn.bins
    .map((bin) => ({
      key: String(bin.first),
      cells: [
        `${countFigures(bin.firstNumber)} to ${countFigures(bin.lastNumber)}`,
        formatDays(bin.firstAt, bin.lastAt),
        ...[bin.min, bin.q25, bin.median, bin.q75, bin.max].map((value) => formatTick(measure, value)),
      ],
    }))
    .reverse();
}
