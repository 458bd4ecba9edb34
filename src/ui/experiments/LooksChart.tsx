import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import chart from '../charts/Chart.module.css';
import { Chart } from '../charts/Chart.tsx';
import { ChartTable } from '../charts/ChartTable.tsx';
import { ValueLines } from '../charts/ValueLines.tsx';
import { findingNumbers, intervalWords, signedDifference } from './difference-words.ts';
import styles from './Experiments.module.css';
import { drawLooks, type LookPoint, type LooksDrawing } from './looks-drawing.ts';

type LooksChartProps = {
  /** "Standing against sitting" */
  readonly title: string;
  readonly unit: 'attempt' | 'session';
  readonly measure: Measure;
  readonly smallest: number;
  readonly points: readonly LookPoint[];
};

/** How the estimate and the interval of one comparison went, unit after unit. */
export function LooksChart({ title, unit, measure, smallest, points }: LooksChartProps) {
  const named = unit === 'attempt' ? 'takes' : 'sessions';
  const last = points.at(-1);
  const description = `${title}: ${last === undefined ? 'nothing yet' : `${findingNumbers(measure, last)} after ${countFigures(last.n)} ${named}`}.`;
  return (
    <Chart
      title={title}
      isTitleHidden
      height={250}
      draw={(width) => (
        <LooksSvg
          drawing={drawLooks(points, { measure, smallest }, width)}
          description={description}
          foot={`${named} so far, all levels`}
        />
      )}
    >
      <ChartTable
        caption={title}
        columns={[
          { head: unit === 'attempt' ? 'After takes' : 'After sessions', isNumber: true },
          { head: 'Difference', isNumber: true },
          { head: 'Interval', isNumber: true },
        ]}
        rows={() =>
          points.map((point) => ({
            key: String(point.n),
            cells: [
              countFigures(point.n),
              point.estimate === null ? 'not yet' : signedDifference(measure, point.estimate),
              intervalWords(measure, point) ?? 'not yet',
            ],
          }))
        }
      />
    </Chart>
  );
}

type LooksSvgProps = { readonly drawing: LooksDrawing; readonly description: string; readonly foot: string };

function LooksSvg({ drawing, description, foot }: LooksSvgProps) {
  const { width, height, plot, strip, zeroY, values, counts, bandPath, sidePaths, estimatePath } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={description}>
      <rect
        x={plot.left}
        y={strip.y}
        width={plot.right - plot.left}
        height={strip.height}
        className={styles.strip}
      />
      <ValueLines plot={plot} values={values} />
      <path d={`M${plot.left},${zeroY}H${plot.right}`} className={styles.axis} />
      <path d={bandPath} className={styles.band} />
      {sidePaths.map((path) => (
        <path key={path} d={path} className={styles.side} />
      ))}
      <path d={estimatePath} className={chart.median} />
      {counts.map(({ x, text, isLast }) => (
        <text
          key={text}
          x={x}
          y={plot.bottom + 18}
          textAnchor={isLast ? 'end' : 'middle'}
          className={isLast ? `${chart.text} ${chart.strong}` : chart.text}
        >
          {text}
        </text>
      ))}
      <text x={(plot.left + plot.right) / 2} y={plot.bottom + 36} textAnchor="middle" className={chart.text}>
        {foot}
      </text>
    </svg>
  );
}
