import type { ComponentProps } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './Sheet.module.css';

type SheetProps = ComponentProps<'div'> & {
  /** `sheet` for what could be picked up, `lifted` for a drawn card or a prompt, `soft` for a quiet blue panel. */
  readonly kind?: 'sheet' | 'lifted' | 'soft';
};

export function Sheet({ kind = 'sheet', className, ...rest }: SheetProps) {
  return <div {...rest} className={joinClasses(styles.sheet, kind !== 'sheet' && styles[kind], className)} />;
}
