import { formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import chart from '../charts/Chart.module.css';
import { Chart } from '../charts/Chart.tsx';
import { ChartTable } from '../charts/ChartTable.tsx';
import { ValueLines } from '../charts/ValueLines.tsx';
import type { Foretold } from './foretold.ts';
import { type CourseDrawing, drawCourse } from './foretold-drawing.ts';
import styles from './Sureness.module.css';
import { surenessWords } from './sureness-words.ts';

type ForetoldChartProps = { readonly measure: Measure; readonly takes: readonly Foretold[] };

const TITLE = 'How sure before, and what came';

/** Before each take how sure, and after it the result, on one drawing. */
export function ForetoldChart({ measure, takes }: ForetoldChartProps) {
  const cameOff = takes.filter((take) => take.cameOff).length;
  const description = `${TITLE}: of ${countFigures(takes.length)} takes that you foretold, ${countFigures(cameOff)} reached the target.`;
  return (
    <Chart
      title={TITLE}
      height={190}
      draw={(width) => <CourseSvg drawing={drawCourse(takes, width)} description={description} />}
    >
      <p className={`cap ${styles['key-line']}`}>
        <span>Line: how sure you were.</span>
        <span>Full dot at the top: it came off.</span>
        <span>Open dot at the foot: not this time.</span>
      </p>
      <ChartTable
        caption={TITLE}
        columns={[
          { head: 'Take', isNumber: true },
          { head: 'How sure', isNumber: true },
          { head: 'Result', isNumber: true },
          { head: 'Target' },
        ]}
        rows={() =>
          takes.map(({ attemptId, confidence, value, cameOff: came }, at) => ({
            key: attemptId,
            cells: [
              countFigures(at + 1),
              surenessWords(confidence),
              measure.kind === 'pass' ? (came ? 'held' : 'not yet') : formatValue(measure, value),
              came ? 'reached' : 'not this time',
            ],
          }))
        }
      />
    </Chart>
  );
}

type CourseSvgProps = { readonly drawing: CourseDrawing; readonly description: string };

function CourseSvg({ drawing, description }: CourseSvgProps) {
  const { width, height, plot, shares, said, saidPath, results, first, last } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={description}>
      <ValueLines plot={plot} values={shares} />
      <path d={saidPath} className={styles.said} />
      {said.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={2.5} className={styles['said-dot']} />
      ))}
      {results.map(({ x, y, cameOff }) => (
        <circle key={x} cx={x} cy={y} r={5} className={cameOff ? styles.came : styles.missed} />
      ))}
      <text x={plot.left} y={plot.bottom + 26} className={chart.text}>
        {countFigures(first)}
      </text>
      <text x={plot.right} y={plot.bottom + 26} textAnchor="end" className={chart.text}>
        {`foretold take ${countFigures(last)}`}
      </text>
    </svg>
  );
}
