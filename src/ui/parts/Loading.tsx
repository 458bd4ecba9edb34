import { useEffect, useState } from 'react';
import styles from './Loading.module.css';

/** Anything faster is over before it could be read. */
const SILENT_MILLISECONDS = 1000;

type LoadingProps = {
  /** What is coming, said after a second: "Fetching your takes". */
  readonly what: string;
  /** As many lines as will arrive, so that nothing jumps. */
  readonly lines?: number;
  readonly lineHeightRem?: number;
};

/** Ruled paper at the height of what will arrive. */
export function Loading({ what, lines = 3, lineHeightRem = 1.9 }: LoadingProps) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SILENT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={line} className={styles.line} style={{ height: `${lineHeightRem}rem` }} />
      ))}
      <p role="status" className={`cap ${styles.what}`}>
        {isSlow ? what : ''}
      </p>
    </div>
  );
}
