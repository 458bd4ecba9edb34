import type { AcrossAxis } from './across-axis.ts';
import styles from './Chart.module.css';
import type { ChartFrame } from './chart-frame.ts';

type AcrossLabelsProps = { readonly across: AcrossAxis; readonly frame: ChartFrame };

/** Below the drawing: dates and numbers of takes; in blank paper, how long it lasted. */
export function AcrossLabels({ across, frame }: AcrossLabelsProps) {
  const middle = (frame.top + frame.bottom) / 2;
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
      {across.blanks.map(({ from, to, text }) => {
        const x = (from + to) / 2;
        const isUpright = to - from < text.length * 7;
        return (
          <text
            key={from}
            x={x}
            y={middle}
            dy={isUpright ? 4.5 : 0}
            textAnchor="middle"
            transform={isUpright ? `rotate(-90 ${x} ${middle})` : undefined}
            className={styles.text}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}
