import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './Chip.module.css';

type ChipProps = {
  /** `offline`: kept here only. */
  readonly tone?: 'plain' | 'offline';
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

export function Chip({ tone = 'plain', className, children }: ChipProps) {
  return (
    <span className={joinClasses(styles.chip, tone === 'offline' && styles.offline, className)}>
      {children}
    </span>
  );
}
