import type { ComponentProps } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './Note.module.css';

type NoteProps = ComponentProps<'div'> & {
  /** `warm` for what can be used now, `cool` for what is settled. */
  readonly tone?: 'warm' | 'cool';
};

/** Words in the margin, with a coloured stroke beside them. */
export function Note({ tone = 'warm', className, ...rest }: NoteProps) {
  return <div {...rest} className={joinClasses(styles.note, tone === 'cool' && styles.cool, className)} />;
}
