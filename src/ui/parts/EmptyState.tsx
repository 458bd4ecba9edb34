import { type ReactNode, useId } from 'react';
import styles from './EmptyState.module.css';
import { Stage } from './Stage.tsx';

type EmptyStateProps = {
  readonly title: string;
  /** What will be here, in a sentence or two. */
  readonly children: ReactNode;
  /** One way to begin: a Button or a ButtonLink. */
  readonly action?: ReactNode;
  /** On a screen that has its blue sheet elsewhere, it is written on the bare page. */
  readonly isOnStage?: boolean;
};

export function EmptyState({ title, children, action, isOnStage = true }: EmptyStateProps) {
  const titleId = useId();
  const Surface = isOnStage ? Stage : 'section';
  return (
    <Surface aria-labelledby={titleId} className={isOnStage ? styles.stage : undefined}>
      <h2 id={titleId}>{title}</h2>
      <p className={styles.text}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
    </Surface>
  );
}
