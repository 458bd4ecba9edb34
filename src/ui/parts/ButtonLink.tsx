import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { type ButtonKind, type ButtonSize, buttonClasses } from './button-classes.ts';
import { PageLink } from './PageLink.tsx';

type ButtonLinkProps = ComponentProps<typeof PageLink> & {
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
};

/** Goes to another page and looks like a button. */
export function ButtonLink({
  kind = 'plain',
  size = 'normal',
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <PageLink {...rest} className={buttonClasses(kind, size, className)}>
      <span className={styles.faces}>
        <span>{children}</span>
      </span>
    </PageLink>
  );
}
