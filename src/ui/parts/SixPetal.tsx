import { useId } from 'react';
import { followPageLink } from './follow-page-link.ts';
import styles from './SixFigure.module.css';
import { fillRadius } from './six-elements.ts';

const PETAL = 'M0,-34C44,-50 58,-116 0,-160C-58,-116 -44,-50 0,-34Z';

type SixPetalProps = {
  readonly turnDegrees: number;
  readonly fill: number;
  readonly isLive: boolean;
  readonly href: string;
};

/** A petal that fills from the core outwards. Its text twin is the link for keyboard and speech. */
export function SixPetal({ turnDegrees, fill, isLive, href }: SixPetalProps) {
  const clipId = useId();
  const turn = `rotate(${turnDegrees})`;
  return (
    <a href={href} tabIndex={-1} className={styles.petal} onClick={(event) => followPageLink(event, href)}>
      <clipPath id={clipId}>
        <circle r={fillRadius(fill)} className={styles.filling} />
      </clipPath>
      <path d={PETAL} transform={turn} className={styles.empty} />
      <g clipPath={`url(#${clipId})`}>
        <path d={PETAL} transform={turn} className={isLive ? styles.live : styles.done} />
      </g>
    </a>
  );
}
