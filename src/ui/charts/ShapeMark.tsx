import styles from './Chart.module.css';
import type { Shape } from './session-drawing.ts';

type ShapeMarkProps = {
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

/** A take by its condition: told apart by form, and the first by its colour too. */
export function ShapeMark({ shape, x, y, size }: ShapeMarkProps) {
  const classes = shape === 'circle' ? styles['first-shape'] : styles['other-shape'];
  if (shape === 'circle') return <circle cx={x} cy={y} r={size} className={classes} />;
  return <path d={outline(shape, x, y, size)} className={classes} />;
}

function outline(shape: Exclude<Shape, 'circle'>, x: number, y: number, size: number): string {
  const half = size * 0.875;
  switch (shape) {
    case 'square':
      return `M${x - half},${y - half}h${2 * half}v${2 * half}h${-2 * half}Z`;
    case 'diamond':
      return `M${x},${y - size * 1.15}L${x + size * 1.15},${y}L${x},${y + size * 1.15}L${x - size * 1.15},${y}Z`;
    case 'triangle':
      return `M${x},${y - size}L${x + size},${y + half}H${x - size}Z`;
    default:
      return shape satisfies never;
  }
}
