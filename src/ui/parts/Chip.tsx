import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './Chip.module.css';

type ChipProps = {
  /** `offline`: kept here only; `warm`: can be used now; `cool`: is settled. */
  readonly tone?: 'plain' | 'offline' | 'warm' | 'cool';
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

export function Chip({ tone = 'plain', className, children }: ChipProps) {
  return (
    <span className={joinClasses(styles.chip, tone !== 'plain' && styles[tone], className)}>{children}</span>
  );
}
