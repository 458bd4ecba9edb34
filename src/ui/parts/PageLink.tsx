import type { ComponentProps } from 'react';
import { followPageLink } from './follow-page-link.ts';

type PageLinkProps = Omit<ComponentProps<'a'>, 'href'> & { readonly href: string };

/** A link to another page of ours. Links elsewhere are a plain `<a>`. */
export function PageLink({ href, onClick, ...rest }: PageLinkProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        followPageLink(event, href);
      }}
    />
  );
}
