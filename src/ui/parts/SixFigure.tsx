import type { ReactNode } from 'react';
import { PageLink } from './PageLink.tsx';
import styles from './SixFigure.module.css';
import { SixPetal } from './SixPetal.tsx';
import {
  coreLines,
  ELEMENT_LETTERS,
  type FigureCentre,
  fillWords,
  PETAL_TURNS,
  petalPoint,
  type SixElements,
} from './six-elements.ts';

type SixFigureProps = {
  readonly elements: SixElements;
  /** The element that is being worked on now, 0 to 5: the one orange petal. */
  readonly live: number | null;
  readonly centre: FigureCentre | null;
  /** Pairs of elements that lean on each other, drawn as dotted lines; say how in `children`. */
  readonly leaning?: readonly (readonly [number, number])[];
  readonly children?: ReactNode;
};

/** The six elements of a micromastery fused into one figure. Put it on a Stage. */
export function SixFigure({ elements, live, centre, leaning = [], children }: SixFigureProps) {
  return (
    <>
      <div className={styles.frame}>
        <svg viewBox="-185 -185 370 370" className={styles.figure} aria-hidden="true">
          <circle r="172" className={styles.rim} />
          <circle r="172" className={styles.line} />
          <circle r="180" className={styles.thin} />
          {elements.map((element, index) => (
            <SixPetal
              key={element.name}
              turnDegrees={PETAL_TURNS[index] ?? 0}
              fill={element.fill}
              isLive={index === live}
              href={element.href}
            />
          ))}
          {leaning.map(([from, to]) => (
            <path key={`${from}-${to}`} d={leaningLine(from, to)} className={styles.leaning} />
          ))}
          <circle r="36" className={styles.core} />
          {(centre === null ? [] : coreLines(centre)).map(({ text, y, isMain }) => (
            <text key={y} textAnchor="middle" y={y} className={isMain ? styles.main : undefined}>
              {text}
            </text>
          ))}
          {PETAL_TURNS.map((turn, index) => {
            const [x, y] = petalPoint(turn, 172);
            return (
              <g key={turn} transform={`translate(${x} ${y})`}>
                <circle r="12" className={styles.core} />
                <text textAnchor="middle" y="4.5" className={styles.letter}>
                  {ELEMENT_LETTERS[index]}
                </text>
              </g>
            );
          })}
        </svg>
        <ul className={styles.twins} aria-label="The six elements">
          {elements.map((element, index) => (
            <li key={element.name} className={styles.element}>
              <h2 className="h3">
                <PageLink href={element.href} className={styles.name}>
                  <span className={styles.mark} aria-hidden="true">
                    {ELEMENT_LETTERS[index]}
                  </span>
                  {element.name}
                </PageLink>
              </h2>
              <p>{element.summary}</p>
              <p className="vh">{fillWords(element.fill, index === live)}</p>
            </li>
          ))}
        </ul>
      </div>
      {centre && <p className="vh">{centre.words}</p>}
      {children && <div className={styles.below}>{children}</div>}
    </>
  );
}

function leaningLine(from: number, to: number): string {
  const [x1, y1] = petalPoint(PETAL_TURNS[from] ?? 0, 140);
  const [x2, y2] = petalPoint(PETAL_TURNS[to] ?? 0, 140);
  return `M${x1},${y1}Q0,0 ${x2},${y2}`;
}
