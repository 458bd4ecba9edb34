import type { ReactNode } from 'react';
import styles from './ActionBar.module.css';

type ActionBarProps = {
  /** The hot button first; it is the wide one on a phone. */
  readonly children: ReactNode;
};

/** The screen's one next step: in its place on a desktop, at the thumb on a phone, above the tabs if there are any. */
export function ActionBar({ children }: ActionBarProps) {
  return (
    <div className={styles.bar} data-action-bar="" data-print="hide">
      {children}
    </div>
  );
}
