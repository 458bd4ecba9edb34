import type { LevelFinding, LevelTotal } from '../../engine/experiment/experiment-result.ts';
import { axisLabel, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { type LinearScale, linearScale } from '../charts/linear-scale.ts';
import type { Plot } from '../charts/plot.ts';
import { textWidth, wrapText } from '../charts/text-width.ts';
import { differenceAxis } from './difference-axis.ts';
import { findingNumbers, tickWords } from './difference-words.ts';

export type Forest = {
  readonly measure: Measure;
  readonly unit: 'attempt' | 'session';
  readonly smallest: number;
  readonly levels: readonly LevelTotal[];
  readonly findings: readonly LevelFinding[];
};

/** A side that is open reaches further than the axis, or is not known yet. */
export type Bar = {
  readonly from: number;
  readonly to: number;
  readonly isOpenFrom: boolean;
  readonly isOpenTo: boolean;
};

export type ForestRow = {
  readonly level: string;
  readonly lines: readonly string[];
  /** "9 takes, mean 6.6" */
  readonly detail: string;
  /** Of the first line of its words. */
  readonly textY: number;
  /** Of its mark. */
  readonly y: number;
  /** Null for what the others are held against. */
  readonly bar: Bar | null;
  readonly markX: number | null;
  readonly isReference: boolean;
  readonly isBetter: boolean;
  readonly numbers: string;
};

export type ForestDrawing = {
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly zeroX: number;
  readonly strip: { readonly x: number; readonly width: number };
  /** Beside each other, or, where they would meet, what the strip is called above the sides. */
  readonly heads: { readonly stripY: number; readonly sidesY: number };
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly rows: readonly ForestRow[];
};

/** A `small` one, for another page, has no numbers beside it: its sentence says them. */
export type ForestSize = 'whole' | 'small';

const NARROWEST = 240;
const WIDE_FROM = 560;
const LINE = 17;
/** Names of levels are set larger than what `textWidth` measures. */
const NAME_SCALE = 15 / 13;
const NAME_LINES = 2;
const SIDE = 8;
const GAP = 16;
/** Of a narrow drawing: half of its last tick lies beyond the axis. */
const EDGE = 18;
const FOOT = 26;
export const STRIP_WORDS = 'too small to notice';
export const SIDES = { worse: '← worse', better: 'better →' } as const;

/** Never scaled: a narrow place gets words above its bars, a wide one beside them. */
export function drawForest(forest: Forest, width: number, size: ForestSize): ForestDrawing {
  const drawn = Math.max(NARROWEST, Math.floor(width));
  const isWide = drawn >= WIDE_FROM || size === 'small';
  const { measure, smallest, findings } = forest;
  const words = wordsOf(forest, drawn, size, isWide);
  const columns = isWide ? columnsOf(words, drawn, size) : { left: EDGE, right: drawn - EDGE };
  const axis = differenceAxis(measure, smallest, findings, isWide && size === 'whole' ? 6 : 4);
  const x = linearScale(axis.domain, [columns.left, columns.right]);
  const heads = headsOf(columns, x(0));
  const top = heads.sidesY + 16;
  const { rows, bottom } = placedRows(words, { x, domain: axis.domain, top, isWide });
  return {
    kind: isWide ? 'wide' : 'narrow',
    width: drawn,
    height: bottom + FOOT,
    plot: { ...columns, top, bottom },
    zeroX: x(0),
    strip: { x: x(-smallest), width: x(smallest) - x(-smallest) },
    heads,
    ticks: readableTicks(axis.ticks.map((value) => ({ x: x(value), text: tickWords(measure, value) }))),
    rows,
  };
}

type RowWords = Pick<ForestRow, 'level' | 'lines' | 'detail' | 'numbers'> & {
  readonly finding: LevelFinding | null;
};

function wordsOf(forest: Forest, width: number, size: ForestSize, isWide: boolean): readonly RowWords[] {
  return forest.levels.map((total) => {
    const finding = forest.findings.find(({ level }) => level === total.level) ?? null;
    const numbers =
      size === 'small' ? '' : finding === null ? 'compared with' : findingNumbers(forest.measure, finding);
    const room = isWide
      ? width * (size === 'small' ? 0.3 : 0.26)
      : width - 2 * SIDE - textWidth(numbers) - GAP;
    return {
      level: total.level,
      lines: wrapText(sentenceCase(total.level), room / NAME_SCALE, NAME_LINES),
      detail: detailOf(forest, total, size),
      numbers,
      finding,
    };
  });
}

function detailOf({ measure, unit }: Forest, { n, mean }: LevelTotal, size: ForestSize): string {
  const one = unit === 'attempt' ? 'take' : 'session';
  const count = `${countFigures(n)} ${one}${n === 1 ? '' : 's'}`;
  if (mean === null || size === 'small') return count;
  return `${count}, mean ${withoutUnit(measure, mean)}`;
}

/** The heading names the unit. */
function withoutUnit(measure: Measure, value: number): string {
  const words = formatValue(measure, value);
  const unit = axisLabel(measure);
  return words.endsWith(` ${unit}`) ? words.slice(0, -unit.length - 1) : words;
}

function columnsOf(
  words: readonly RowWords[],
  width: number,
  size: ForestSize,
): { left: number; right: number } {
  const names = words.flatMap(({ lines, detail }) => [
    ...lines.map((line) => textWidth(line) * NAME_SCALE),
    textWidth(detail),
  ]);
  const numbers = Math.max(...words.map((row) => textWidth(row.numbers) * NAME_SCALE));
  const left = Math.ceil(Math.max(...names)) + GAP + SIDE;
  return { left, right: Math.floor(size === 'small' ? width - GAP : width - numbers - GAP - SIDE) };
}

function headsOf({ left, right }: { left: number; right: number }, zero: number): ForestDrawing['heads'] {
  const half = textWidth(STRIP_WORDS) / 2;
  const isApart =
    left + textWidth(SIDES.worse) + GAP < zero - half && zero + half + GAP < right - textWidth(SIDES.better);
  return isApart ? { stripY: 12, sidesY: 12 } : { stripY: 12, sidesY: 29 };
}

type Place = {
  readonly x: LinearScale;
  readonly domain: readonly [number, number];
  readonly top: number;
  readonly isWide: boolean;
};

function placedRows(
  words: readonly RowWords[],
  { x, domain, top, isWide }: Place,
): { rows: readonly ForestRow[]; bottom: number } {
  let y = top;
  const rows = words.map(({ finding, ...row }): ForestRow => {
    // Name, and under it how many and their mean; on a narrow one the mark is below both.
    const high = (row.lines.length + 1) * LINE;
    const textY = y + LINE + 2;
    const markY = isWide ? y + 4 + high / 2 : y + high + 14;
    y = isWide ? y + high + 12 : markY + 14;
    // Never an estimate alone.
    const isBounded = finding !== null && (finding.lower !== null || finding.upper !== null);
    const estimate = isBounded ? finding.estimate : null;
    return {
      ...row,
      textY,
      y: markY,
      bar: finding === null ? null : barOf(finding, x, domain),
      markX: finding === null ? x(0) : estimate === null ? null : x(estimate),
      isReference: finding === null,
      isBetter: finding?.verdict === 'better',
    };
  });
  return { rows, bottom: y + 4 };
}

function barOf({ lower, upper }: LevelFinding, x: LinearScale, domain: readonly [number, number]): Bar {
  const [low, high] = domain;
  const isOpenFrom = lower === null || lower < low;
  const isOpenTo = upper === null || upper > high;
  return {
    from: x(isOpenFrom ? low : lower),
    to: x(isOpenTo ? high : upper),
    isOpenFrom,
    isOpenTo,
  };
}

/** Every tick that its neighbour leaves room for; 0 always. */
export function readableTicks<Tick extends { readonly x: number; readonly text: string }>(
  ticks: readonly Tick[],
): readonly Tick[] {
  const zero = Math.max(
    0,
    ticks.findIndex(({ text }) => text === '0'),
  );
  const isClear = (step: number) => {
    const shown = ticks.filter((_, at) => (at - zero) % step === 0);
    return shown.every((tick, at) => {
      const before = shown[at - 1];
      return (
        before === undefined || tick.x - before.x >= (textWidth(tick.text) + textWidth(before.text)) / 2 + 8
      );
    });
  };
  let step = 1;
  while (step < ticks.length && !isClear(step)) step += 1;
  return ticks.filter((_, at) => (at - zero) % step === 0);
}
