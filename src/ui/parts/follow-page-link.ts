import type { MouseEvent } from 'react';
import { goTo } from '../shell/navigation.ts';

/**
 * What a link to another page of ours does when it is clicked: changes the page without loading it anew.
 * Everything a browser offers on a link (new tab, download, saving) stays as it is.
 */
export function followPageLink(event: MouseEvent<Element>, href: string): void {
  const wantsMore = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (wantsMore || event.defaultPrevented) return;
  event.preventDefault();
  void goTo(href);
}
