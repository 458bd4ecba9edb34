import styles from './Chart.module.css';
import type { Plot } from './plot.ts';

type ValueLinesProps = {
  readonly plot: Pick<Plot, 'left' | 'right'>;
  readonly values: readonly { readonly y: number; readonly text: string }[];
};

/** A hairline at each value of the upright axis, with its words at the left. */
export function ValueLines({ plot, values }: ValueLinesProps) {
  return values.map(({ y, text }) => (
    <g key={y}>
      <path d={`M${plot.left},${y}H${plot.right}`} className={styles.grid} />
      <text x={plot.left - 7} y={y + 4} textAnchor="end" className={styles.text}>
        {text}
      </text>
    </g>
  ));
}
