import type { ComponentProps } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './Stage.module.css';

/** The one blue sheet of a screen: where work happens. On a phone it runs from edge to edge. Name it with `aria-labelledby`. */
export function Stage({ className, ...rest }: ComponentProps<'section'>) {
  return <section {...rest} className={joinClasses('blue-paper', styles.stage, className)} />;
}
