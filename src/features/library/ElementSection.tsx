import type { ReactNode } from 'react';
import styles from './ElementSections.module.css';

type ElementSectionProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

/** One of the six in full; the figure's petal leads to it. */
export function ElementSection({ id, title, children }: ElementSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={styles.section}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
