import { type ReactNode, useId } from 'react';
import styles from './Chart.module.css';
import { textScale } from './text-scale.ts';
import { useWidth } from './use-width.ts';

type ChartProps = {
  /** In words; it also names the drawing. */
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly height: number;
  /** The drawing for a place this wide. Called once the place is known, and again when it changes. */
  readonly draw: (width: number) => ReactNode;
  /** Under the drawing: a key, a table. */
  readonly children?: ReactNode;
};

/** A place for a drawing that keeps its height while it waits for its width. */
export function Chart({ title, isTitleHidden = false, height, draw, children }: ChartProps) {
  const titleId = useId();
  const [place, width] = useWidth<HTMLDivElement>();
  // Never scaled down; for who has larger text it is drawn for less room, and shown larger.
  const scale = width === null ? 1 : textScale(width);
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <figcaption id={titleId} className={isTitleHidden ? 'vh' : 'h3'}>
        {title}
      </figcaption>
      <div ref={place} className={styles.place} style={{ minHeight: height * scale }}>
        {width !== null && (
          <div style={scale === 1 ? undefined : { zoom: scale }}>{draw(Math.floor(width / scale))}</div>
        )}
      </div>
      {children}
    </figure>
  );
}
