import type { ReactNode } from 'react';
import styles from './ActionBar.module.css';
import { useLargeText } from './use-large-text.ts';

type ActionBarProps = {
  /** The hot button first; it is the wide one on a phone. */
  readonly children: ReactNode;
};

/**
 * The screen's one next step: in its place on a desktop, at the thumb on a phone, above the tabs if there are any; in its
 * place on a phone too where text is set so large that the bar would hide the page.
 */
export function ActionBar({ children }: ActionBarProps) {
  const [bar, isLarge] = useLargeText<HTMLDivElement>();
  return (
    <div
      ref={bar}
      className={styles.bar}
      data-action-bar=""
      data-in-place={isLarge ? '' : undefined}
      data-print="hide"
    >
      {children}
    </div>
  );
}
