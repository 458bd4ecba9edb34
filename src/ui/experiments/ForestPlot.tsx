import { formatTick } from '../../engine/measure/format-value.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import chart from '../charts/Chart.module.css';
import { Chart } from '../charts/Chart.tsx';
import { ChartTable } from '../charts/ChartTable.tsx';
import { differenceUnit, findingNumbers, intervalWords, signedDifference } from './difference-words.ts';
import styles from './Experiments.module.css';
import {
  drawForest,
  type Forest,
  type ForestDrawing,
  type ForestRow,
  type ForestSize,
  SIDES,
  STRIP_WORDS,
} from './forest-drawing.ts';

type ForestPlotProps = {
  readonly forest: Forest;
  readonly title: string;
  readonly size?: ForestSize;
  readonly isTitleHidden?: boolean;
};

/** Every level against the first: differences with their intervals, and the strip that is too small to notice. */
export function ForestPlot({ forest, title, size = 'whole', isTitleHidden = false }: ForestPlotProps) {
  const { measure, findings, levels } = forest;
  const findingOf = (level: string) => findings.find((finding) => finding.level === level);
  return (
    <Chart
      title={title}
      isTitleHidden={isTitleHidden}
      height={60 + 46 * levels.length}
      draw={(width) => (
        <ForestSvg drawing={drawForest(forest, width, size)} description={describeForest(forest)} />
      )}
    >
      {size === 'whole' && (
        <ChartTable
          caption={title}
          columns={[
            { head: 'Level' },
            { head: forest.unit === 'attempt' ? 'Takes' : 'Sessions', isNumber: true },
            { head: 'Mean', isNumber: true },
            { head: 'Difference', isNumber: true },
            { head: 'Interval', isNumber: true },
          ]}
          rows={() =>
            levels.map(({ level, n, mean }) => {
              const finding = findingOf(level);
              const estimate = finding?.estimate ?? null;
              return {
                key: level,
                cells: [
                  sentenceCase(level),
                  countFigures(n),
                  mean === null ? '' : formatTick(measure, mean),
                  finding === undefined
                    ? 'compared with'
                    : estimate === null
                      ? 'not yet'
                      : signedDifference(measure, estimate),
                  finding === undefined ? '' : (intervalWords(measure, finding) ?? 'not yet'),
                ],
              };
            })
          }
        />
      )}
    </Chart>
  );
}

function describeForest({ measure, levels, findings }: Forest): string {
  const told = levels.map(({ level }) => {
    const finding = findings.find((one) => one.level === level);
    return `${sentenceCase(level)}: ${finding === undefined ? 'compared with' : findingNumbers(measure, finding)}`;
  });
  return `Differences in ${differenceUnit(measure)}. ${told.join('; ')}.`;
}

type ForestSvgProps = { readonly drawing: ForestDrawing; readonly description: string };

function ForestSvg({ drawing, description }: ForestSvgProps) {
  const { width, height, plot, strip, ticks, rows, heads, zeroX } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={description}>
      <rect
        x={strip.x}
        y={plot.top}
        width={strip.width}
        height={plot.bottom - plot.top}
        className={styles.strip}
      />
      {ticks.map(({ x, text }) => (
        <g key={x}>
          <path d={`M${x},${plot.top}V${plot.bottom}`} className={chart.grid} />
          <text x={x} y={plot.bottom + 18} textAnchor="middle" className={chart.text}>
            {text}
          </text>
        </g>
      ))}
      <path
        d={`M${zeroX},${plot.top}V${plot.bottom}M${plot.left},${plot.bottom}H${plot.right}`}
        className={styles.axis}
      />
      <text x={zeroX} y={heads.stripY} textAnchor="middle" className={chart.text}>
        {STRIP_WORDS}
      </text>
      <text x={plot.left} y={heads.sidesY} className={chart.text}>
        {SIDES.worse}
      </text>
      <text x={plot.right} y={heads.sidesY} textAnchor="end" className={chart.text}>
        {SIDES.better}
      </text>
      {rows.map((row) => (
        <Row key={row.level} row={row} drawing={drawing} />
      ))}
    </svg>
  );
}

const LINE = 17;
const SIDE = 8;
const MARK = 5;

function Row({ row, drawing }: { readonly row: ForestRow; readonly drawing: ForestDrawing }) {
  const { lines, detail, textY, y, markX, isReference, isBetter, numbers } = row;
  const isWide = drawing.kind === 'wide';
  return (
    <g>
      <text x={SIDE} y={textY} className={isBetter || !isWide ? styles['name-strong'] : styles.name}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place below the one before
          <tspan key={at} x={SIDE} dy={at === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={SIDE} y={textY + lines.length * LINE - 1} className={`${chart.text} ${chart.halo}`}>
        {detail}
      </text>
      <text
        x={drawing.width - SIDE}
        y={isWide ? y + 5 : textY}
        textAnchor="end"
        className={isWide ? styles.name : `${chart.text} ${chart.halo}`}
      >
        {numbers}
      </text>
      <BarMark row={row} />
      {markX !== null &&
        (isReference ? (
          <path
            d={`M${markX - 6},${y}L${markX},${y - 6}L${markX + 6},${y}L${markX},${y + 6}Z`}
            className={styles.reference}
          />
        ) : (
          <rect
            x={markX - MARK}
            y={y - MARK}
            width={2 * MARK}
            height={2 * MARK}
            className={isBetter ? styles['mark-better'] : styles.mark}
          />
        ))}
    </g>
  );
}

/** A bound has an upright end; a side that is open ends in a point. */
function BarMark({ row: { bar, y, isBetter } }: { readonly row: ForestRow }) {
  if (bar === null) return null;
  const { from, to, isOpenFrom, isOpenTo } = bar;
  const end = (x: number, isOpen: boolean, inwards: number) =>
    isOpen ? `M${x + 6 * inwards},${y - 5}L${x},${y}L${x + 6 * inwards},${y + 5}` : `M${x},${y - 6}v12`;
  return (
    <path
      d={`M${from},${y}H${to}${end(from, isOpenFrom, 1)}${end(to, isOpenTo, -1)}`}
      className={isBetter ? styles['bar-better'] : styles.bar}
    />
  );
}
