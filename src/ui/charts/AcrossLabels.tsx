import type { AcrossAxis } from './across-axis.ts';
import styles from './Chart.module.css';
import type { ChartFrame } from './chart-frame.ts';

type AcrossLabelsProps = { readonly across: AcrossAxis; readonly frame: ChartFrame };

/** Below the drawing: dates and numbers of takes. */
export function AcrossLabels({ across, frame }: AcrossLabelsProps) {
  return (
    <g>
      {across.ticks.map(({ x, anchor, lines }) => (
        <text key={x} x={x} y={frame.bottom + 20} textAnchor={anchor} className={styles.text}>
          {lines.map((line, row) => (
            <tspan key={line} x={x} dy={row === 0 ? 0 : 16}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}
