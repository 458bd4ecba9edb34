import { AcrossLabels } from './AcrossLabels.tsx';
import styles from './Chart.module.css';
import type { Label } from './label-place.ts';
import type { PracticeDrawing as Drawing } from './practice-drawing.ts';
import { ValueGrid } from './ValueGrid.tsx';

type PracticeDrawingProps = { readonly drawing: Drawing; readonly description: string };

/** The drawing of a practice, from the paper upwards: ruling, what was agreed, takes, what they amount to, words. */
export function PracticeDrawing({ drawing, description }: PracticeDrawingProps) {
  const { frame, across, columns, best, baseline, target, dotsToComeLabel } = drawing;
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      role="img"
      aria-label={description}
    >
      <ValueGrid axis={drawing.values} y={drawing.y} frame={frame} blanks={across.blanks} />
      {target && <TargetLines ys={target.ys} frame={frame} />}
      {baseline && <path d={`M${frame.left},${baseline.y}H${frame.right}`} className={styles.baseline} />}
      {drawing.medianBands.map((path) => (
        <path key={path} d={path} className={styles.band} />
      ))}
      {columns && (
        <g strokeWidth={columns.width}>
          <path d={columns.range} className={styles.range} />
          <path d={columns.middleHalf} className={styles['middle-half']} />
        </g>
      )}
      <g className={drawing.dotRadius < 2.5 ? styles.many : undefined}>
        {drawing.dots.map(([x, y], take) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place among the takes
          <circle key={take} cx={x} cy={y} r={drawing.dotRadius} className={styles.dot} />
        ))}
      </g>
      {columns &&
        drawing.medianLines.map((path) => <path key={path} d={path} className={styles['over-columns']} />)}
      {drawing.medianLines.map((path) => (
        <path key={path} d={path} className={styles.median} />
      ))}
      {drawing.dotsToCome.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={4} className={styles['to-come']} />
      ))}
      {best && <circle cx={best.at[0]} cy={best.at[1]} r={6.5} className={styles.best} />}
      <AcrossLabels across={across} frame={frame} />
      <Words label={baseline?.label} className={styles.text} />
      <Words label={best?.label} className={`${styles.text} ${styles.strong}`} />
      <Words label={target?.label} className={styles['target-text']} />
      <Words label={dotsToComeLabel ?? undefined} className={styles.text} />
    </svg>
  );
}

function TargetLines({ ys, frame }: { readonly ys: readonly number[]; readonly frame: Drawing['frame'] }) {
  const [first, second] = ys;
  return (
    <g>
      {first !== undefined && second !== undefined && (
        <rect
          x={frame.left}
          y={Math.min(first, second)}
          width={frame.right - frame.left}
          height={Math.abs(first - second)}
          className={styles['target-range']}
        />
      )}
      {ys.map((y) => (
        <path key={y} d={`M${frame.left},${y}H${frame.right}`} className={styles.target} />
      ))}
    </g>
  );
}

function Words({
  label,
  className,
}: {
  readonly label: Label | undefined;
  readonly className: string | undefined;
}) {
  if (label === undefined) return null;
  return (
    <text x={label.x} y={label.y} textAnchor={label.anchor} className={`${styles.halo} ${className}`}>
      {label.text}
    </text>
  );
}
