import type { ComponentProps, ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './Fold.module.css';

type FoldedLineProps = ComponentProps<'details'> & {
  /** The quiet line that opens what is folded behind it. */
  readonly line: ReactNode;
};

export function FoldedLine({ line, children, className, ...rest }: FoldedLineProps) {
  return (
    <details {...rest} className={joinClasses(styles['folded-line'], className)}>
      <summary className={styles.line}>{line}</summary>
      {children}
    </details>
  );
}
