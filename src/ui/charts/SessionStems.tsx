import styles from './Chart.module.css';
import { ShapeMark } from './ShapeMark.tsx';
import type { SessionDrawing } from './session-drawing.ts';
import { ValueGrid } from './ValueGrid.tsx';

type SessionStemsProps = { readonly drawing: SessionDrawing; readonly description: string };

/** The drawing of a session: a stem for each take, over the band where takes usually land. */
export function SessionStems({ drawing, description }: SessionStemsProps) {
  const { frame, values, y, foot, stems, usual, size } = drawing;
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      role="img"
      aria-label={description}
    >
      {usual && (
        <rect
          x={frame.left}
          y={usual.top}
          width={frame.right - frame.left}
          height={usual.height}
          className={styles.usual}
        />
      )}
      <ValueGrid axis={values} y={y} frame={frame} />
      {stems.map(({ x, top, shape, text }) => (
        <g key={x}>
          <path d={`M${x},${foot}V${top}`} className={styles.stem} />
          <ShapeMark shape={shape} x={x} y={top} size={size} />
          {text !== null && (
            <text x={x} y={frame.bottom + 20} textAnchor="middle" className={styles.text}>
              {text}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
