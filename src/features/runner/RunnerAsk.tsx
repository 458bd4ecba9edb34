import type { ReactNode } from 'react';
import styles from './RunnerInput.module.css';

/** What the learner is asked, above the keys. */
export function RunnerAsk({ children }: { readonly children: ReactNode }) {
  return <h2 className={styles.ask}>{children}</h2>;
}
