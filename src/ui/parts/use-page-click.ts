import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';

/**
 * What a link to another page of ours does when it is clicked: changes the page without loading it anew.
 * Everything a browser offers on a link (new tab, download, saving) stays as it is, and so does a link outside
 * of the router.
 */
export function usePageClick(): (event: MouseEvent<Element>, href: string) => void {
  const router = useRouter({ warn: false });
  return (event, href) => {
    const wantsMore = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!router?.history || wantsMore || event.defaultPrevented) return;
    event.preventDefault();
    router.history.push(href);
  };
}
