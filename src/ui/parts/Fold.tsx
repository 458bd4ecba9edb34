import { type ReactNode, useState } from 'react';
import styles from './Fold.module.css';

type FoldProps = {
  /** Of its heading: a link that ends in it opens it. */
  readonly id: string;
  readonly title: string;
  /** What is in it in a few words, in sight while it is folded. */
  readonly gist?: string | null;
  /** Left out: open where there is room, folded on a phone. */
  readonly isOpenAtFirst?: boolean | undefined;
  /** Called each time it is opened: what is in it may be fetched then. */
  readonly onOpen?: () => void;
  readonly children: ReactNode;
  /** In sight also while it is folded, such as what can be undone. */
  readonly beside?: ReactNode;
};

/** A section under a heading that opens it. What is folded can be searched, linked to and printed. */
export function Fold({ id, title, gist = null, isOpenAtFirst, onOpen, children, beside }: FoldProps) {
  const [isOpen] = useState(() => isOpenAtFirst ?? matchMedia('(min-width: 761px)').matches);
  return (
    <section className={styles.fold} aria-labelledby={id}>
      <details open={isOpen} onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}>
        <summary className={styles.head}>
          <h2 className="h3" id={id}>
            {title}
          </h2>
          {gist !== null && <span className={styles.gist}>{gist}</span>}
        </summary>
        <div className={styles.body}>{children}</div>
      </details>
      {beside}
    </section>
  );
}
