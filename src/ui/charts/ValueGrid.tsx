import styles from './Chart.module.css';
import { type ChartFrame, TITLE_LINE_HEIGHT } from './chart-frame.ts';
import type { LinearScale } from './linear-scale.ts';
import type { ValueAxis } from './value-axis.ts';

type ValueGridProps = {
  readonly axis: ValueAxis;
  readonly y: LinearScale;
  readonly frame: ChartFrame;
  /** No line is ruled where paper stays blank. */
  readonly blanks?: readonly { readonly from: number; readonly to: number }[];
};

/** The upright axis: a hairline at each tick, its value at the left, the measure in words above. */
export function ValueGrid({ axis, y, frame, blanks = [] }: ValueGridProps) {
  // A frame that was made without the title leaves room for one line of it.
  const lines = frame.titleLines.some((line) => line !== '') ? frame.titleLines : [axis.title];
  return (
    <g>
      <text y={12} className={styles.text}>
        {lines.map((line, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place below the one before
          <tspan key={row} x={0} dy={row === 0 ? 0 : TITLE_LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
      {axis.ticks.map(({ value, text }) => (
        <g key={value}>
          <path d={ruling(y(value), frame, blanks)} className={styles.grid} />
          <text x={frame.left - 7} y={y(value) + 4} textAnchor="end" className={styles.text}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

function ruling(y: number, frame: ChartFrame, blanks: NonNullable<ValueGridProps['blanks']>): string {
  const stops = blanks.flatMap(({ from, to }) => [from, to]);
  const ends = [frame.left, ...stops, frame.right];
  return ends.map((x, index) => (index % 2 === 0 ? `M${x},${y}` : `H${x}`)).join('');
}
