import { FIRST_READS } from './first-reads.ts';

/** What the server names beside the page at an address, for a browser to fetch by itself. */
export function readsNamedAt(address: string): string[] {
  for (const { path, reads } of FIRST_READS) {
    const found = new RegExp(`^${path.replace(':id', '([0-9a-f-]{36})')}$`).exec(address);
    if (found !== null) return reads.map((read) => read.replace(':id', found[1] ?? ''));
  }
  return [];
}

const unused = new Set(typeof location === 'undefined' ? [] : readsNamedAt(location.pathname));

/** True once for each: only a request just like the browser's own is answered with what came with the page. */
export function cameWithPage(path: string): boolean {
  return unused.delete(path);
}
