import type { ComponentProps } from 'react';
import { usePageClick } from './use-page-click.ts';

type PageLinkProps = Omit<ComponentProps<'a'>, 'href'> & { readonly href: string };

/** A link to another page of ours. Links elsewhere are a plain `<a>`. */
export function PageLink({ href, onClick, ...rest }: PageLinkProps) {
  const goTo = usePageClick();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        goTo(event, href);
      }}
    />
  );
}
