import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './Chip.module.css';

type ChipProps = {
  /** `warm` workable, `cool` settled or agreed, `offline` kept here only, `fault` cannot be trusted. */
  readonly tone?: 'plain' | 'warm' | 'cool' | 'offline' | 'fault';
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

export function Chip({ tone = 'plain', className, children }: ChipProps) {
  return (
    <span className={joinClasses(styles.chip, tone !== 'plain' && styles[tone], className)}>{children}</span>
  );
}
