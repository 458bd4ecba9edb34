import { sentenceCase } from '../../engine/sentence-case.ts';
import chart from '../charts/Chart.module.css';
import { Chart } from '../charts/Chart.tsx';
import { ChartTable } from '../charts/ChartTable.tsx';
import { ShapeMark } from '../charts/ShapeMark.tsx';
import { ValueLines } from '../charts/ValueLines.tsx';
import { formatDate } from '../format-day.ts';
import { COST_HEIGHT, type CostDrawing, drawCosts } from './cost-drawing.ts';
import { costWords, percentWords } from './pair-words.ts';
import styles from './RubPat.module.css';
import { PARTS, type ToldPair } from './told-pair.ts';

const TITLE = 'What both at once costs each part';
const SHAPES = { a: 'circle', b: 'square' } as const;

/** Session after session of both: the share that each part loses, with its interval, and the line that the learner set. */
export function CostChart({ pair }: { readonly pair: ToldPair }) {
  const { costs, limit } = pair;
  const last = costs.at(-1);
  const description = `${TITLE}, over ${costs.length} ${costs.length === 1 ? 'session' : 'sessions'}. ${PARTS.map(
    (part) =>
      `${sentenceCase(pair[part].name)}, in the last: ${last === undefined ? 'nothing yet' : costWords(last[part])}`,
  ).join('. ')}.`;
  return (
    <Chart
      title={TITLE}
      height={COST_HEIGHT}
      draw={(width) => <CostSvg drawing={drawCosts(costs, limit, width)} description={description} />}
    >
      <ul className={chart.key}>
        {PARTS.map((part) => (
          <li key={part}>
            <svg width="14" height="14" aria-hidden="true">
              <ShapeMark shape={SHAPES[part]} x={7} y={7} size={5} />
            </svg>
            {sentenceCase(pair[part].name)}
          </li>
        ))}
      </ul>
      <p className="cap">
        Each mark is one session, against all that was done alone; four in five within the stroke. Below 0% it
        went better together. The broken line at {percentWords(limit)} is a choice, and yours to change.
      </p>
      <ChartTable
        caption={TITLE}
        columns={[
          { head: 'Session', isNumber: true },
          { head: 'Day' },
          ...PARTS.map((part) => ({ head: sentenceCase(pair[part].name) })),
        ]}
        rows={() =>
          costs.map(({ sessionId, day, ...cost }, index) => ({
            key: sessionId,
            cells: [
              String(index + 1),
              formatDate(Date.parse(day)),
              ...PARTS.map((part) => costWords(cost[part])),
            ],
          }))
        }
      />
    </Chart>
  );
}

type CostSvgProps = { readonly drawing: CostDrawing; readonly description: string };

function CostSvg({ drawing, description }: CostSvgProps) {
  const { width, height, plot, limitY, values, sessions, parts } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={description}>
      <ValueLines plot={plot} values={values} />
      <path d={`M${plot.left},${limitY}H${plot.right}`} className={styles.limit} />
      {PARTS.map((part) => (
        <g key={part}>
          <path d={parts[part].linePath} className={styles[`line-${part}`]} />
          {parts[part].marks.map(({ x, y, from, to }) => (
            <g key={x}>
              <path d={`M${x},${from}V${to}`} className={styles.whisker} />
              <ShapeMark shape={SHAPES[part]} x={x} y={y} size={5} />
            </g>
          ))}
        </g>
      ))}
      {sessions.map(({ x, text }) => (
        <text key={text} x={x} y={plot.bottom + 18} textAnchor="middle" className={chart.text}>
          {text}
        </text>
      ))}
      <text x={(plot.left + plot.right) / 2} y={plot.bottom + 36} textAnchor="middle" className={chart.text}>
        sessions of both together
      </text>
    </svg>
  );
}
