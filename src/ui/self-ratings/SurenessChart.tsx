import type { CameOff } from '../../engine/judging/calibration-course.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { betweenShares } from '../../engine/picture/wording.ts';
import chart from '../charts/Chart.module.css';
import { Chart } from '../charts/Chart.tsx';
import { ChartTable } from '../charts/ChartTable.tsx';
import { ValueLines } from '../charts/ValueLines.tsx';
import { drawSureness, type SurenessDrawing } from './foretold-drawing.ts';
import styles from './Sureness.module.css';
import { surenessWords } from './sureness-words.ts';

const TITLE = 'What you said, and how often it came off';

/** How sure the learner was against how often that came off, with the span of each. */
export function SurenessChart({ all }: { readonly all: readonly CameOff[] }) {
  const rows = all.map(({ confidence, came }) => ({
    key: String(confidence),
    cells: [
      surenessWords(confidence),
      countFigures(came.n),
      `${Math.round(came.share * 100)}%`,
      betweenShares(came),
    ],
  }));
  const description = `${TITLE}: ${rows.map(({ cells: [said, n, share, span] }) => `said ${said}, ${n} takes, ${share} came off, four in five ${span}`).join('; ')}.`;
  return (
    <Chart
      title={TITLE}
      height={250}
      draw={(width) => <SurenessSvg drawing={drawSureness(all, width)} description={description} />}
    >
      <p className="cap">
        On the dotted line what you say is what happens. Each bar holds what is true four times in five.
      </p>
      <ChartTable
        caption={TITLE}
        columns={[
          { head: 'Said', isNumber: true },
          { head: 'Takes', isNumber: true },
          { head: 'Came off', isNumber: true },
          { head: 'Four in five', isNumber: true },
        ]}
        rows={() => rows}
      />
    </Chart>
  );
}

type SurenessSvgProps = { readonly drawing: SurenessDrawing; readonly description: string };

function SurenessSvg({ drawing, description }: SurenessSvgProps) {
  const { width, height, plot, shares, said, diagonal, points } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={description}>
      <ValueLines plot={plot} values={shares} />
      {said.map(({ x, text }) => (
        <text key={text} x={x} y={plot.bottom + 18} textAnchor="middle" className={chart.text}>
          {text}
        </text>
      ))}
      <text x={(plot.left + plot.right) / 2} y={plot.bottom + 38} textAnchor="middle" className={chart.text}>
        how sure you said you were
      </text>
      <path d={diagonal} className={styles.diagonal} />
      {points.map(({ x, y, from, to }) => (
        <g key={x}>
          <path d={`M${x},${from}V${to}`} className={styles.interval} />
          <circle cx={x} cy={y} r={5} className={styles.came} />
        </g>
      ))}
    </svg>
  );
}
