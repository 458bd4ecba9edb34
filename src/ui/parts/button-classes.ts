import { joinClasses } from '../join-classes.ts';
import styles from './Button.module.css';

/** `hot` is the one warm button of a screen; `text` is a quiet second way. */
export type ButtonKind = 'hot' | 'plain' | 'text';
export type ButtonSize = 'normal' | 'big';

/** Buttons and links that look like them share one look. */
export function buttonClasses(
  kind: ButtonKind,
  size: ButtonSize,
  className?: string | undefined,
): string | undefined {
  return joinClasses(styles.button, styles[kind], size === 'big' && styles.big, className);
}
