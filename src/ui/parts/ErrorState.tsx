import type { ReactNode } from 'react';
import styles from './ErrorState.module.css';

type ErrorStateProps = {
  /** What happened: "Could not reach home". */
  readonly title: string;
  /** What is safe, and what happens next by itself. */
  readonly children: ReactNode;
  /** What to press. */
  readonly actions?: ReactNode;
  /** For whoever helps: a code or a request id. */
  readonly detail?: string;
};

export function ErrorState({ title, children, actions, detail }: ErrorStateProps) {
  return (
    <section role="alert" className={styles.error}>
      <h2>{title}</h2>
      <p className={styles.safe}>{children}</p>
      {actions && <div className={`row ${styles.actions}`}>{actions}</div>}
      {detail !== undefined && <p className={`cap ${styles.detail}`}>{detail}</p>}
    </section>
  );
}
