import styles from './Avatar.module.css';

/** A person by their letters; the name stands beside it, or in the link around it. */
export function Avatar({ initials }: { readonly initials: string }) {
  return (
    <span className={styles.avatar} aria-hidden="true">
      {initials}
    </span>
  );
}
