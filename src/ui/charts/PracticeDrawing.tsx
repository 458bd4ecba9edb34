import { AcrossLabels } from './AcrossLabels.tsx';
import styles from './Chart.module.css';
import type { Label } from './label-place.ts';
import type { PracticeDrawing as Drawing } from './practice-drawing.ts';
import { ValueGrid } from './ValueGrid.tsx';

type PracticeDrawingProps = { readonly drawing: Drawing; readonly description: string };

/** The drawing of a practice, from the paper upwards: ruling, what was agreed, takes, what they amount to, words. */
export function PracticeDrawing({ drawing, description }: PracticeDrawingProps) {
  const { frame, across, columns, labels } = drawing;
  const { best, baselineY, targetYs, shiftXs } = drawing.marks;
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      role="img"
      aria-label={description}
    >
      <ValueGrid axis={drawing.values} y={drawing.y} frame={frame} blanks={across.blanks} />
      <TargetLines ys={targetYs} frame={frame} />
      {baselineY !== null && (
        <path d={`M${frame.left},${baselineY}H${frame.right}`} className={styles.baseline} />
      )}
      {shiftXs.map((x) => (
        <path key={x} d={`M${x},${frame.top}V${frame.bottom}`} className={styles.shift} />
      ))}
      {drawing.medianBands.map((path) => (
        <path key={path} d={path} className={styles.band} />
      ))}
      {drawing.outlook && (
        <g>
          <path d={drawing.outlook.band} className={styles['outlook-band']} />
          <path d={drawing.outlook.line} className={styles['outlook-line']} />
        </g>
      )}
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
      {drawing.beyond.map(({ at: [x, y], isAbove }) => (
        <path key={x} d={arrow(x, y, isAbove ? -1 : 1)} className={styles.beyond} />
      ))}
      {drawing.dotsToCome.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={4} className={styles['to-come']} />
      ))}
      {best && <circle cx={best[0]} cy={best[1]} r={6.5} className={styles.best} />}
      <AcrossLabels across={across} frame={frame} />
      {labels.gaps.map((label) => (
        <Words key={`${label.x} ${label.y}`} label={label} className={styles.text} />
      ))}
      <Words label={labels.baseline} className={styles.text} />
      <Words label={labels.best} className={`${styles.text} ${styles.strong}`} />
      {labels.beyond.map((label) => (
        <Words key={`${label.x} ${label.y}`} label={label} className={styles.text} />
      ))}
      <Words label={labels.target} className={styles['target-text']} />
      <Words label={labels.toCome} className={styles.text} />
    </svg>
  );
}

/** Open, since the take itself is not there. `way`: -1 points up. */
function arrow(x: number, y: number, way: -1 | 1): string {
  return `M${x},${y + 6 * way}L${x + 5},${y - 5 * way}H${x - 5}Z`;
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

type WordsProps = { readonly label: Label | null; readonly className: string | undefined };

function Words({ label, className }: WordsProps) {
  if (label === null) return null;
  const { text, x, y, anchor, isUpright } = label;
  return (
    <text
      x={x}
      y={y}
      // From the middle of the letters' height, about which they are turned, down to the line they stand on.
      dy={isUpright ? 4.5 : 0}
      textAnchor={anchor}
      transform={isUpright ? `rotate(-90 ${x} ${y})` : undefined}
      className={`${styles.halo} ${className}`}
    >
      {text}
    </text>
  );
}
