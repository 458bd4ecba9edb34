import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a screen is drawn with: its module, unless it comes with every page, and what it asks the server for. */
export type FirstReads = {
  readonly path: string;
  readonly module: string | null;
  readonly reads: readonly string[];
};

type Built = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

/** Written by the build: which file each module went into. */
const MANIFEST = 'screens.json';

/**
 * The Link header of a page: everything that its screen will ask for, so that a browser fetches it at once instead of
 * finding one after the other. Undefined for an address that no screen is named for.
 */
export function firstReadsHeader(
  folder: string,
  screens: readonly FirstReads[],
): (path: string) => string | undefined {
  const manifest = join(folder, MANIFEST);
  const built: Built = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
  const entries = screens.map(({ path, module, reads }) => ({
    pattern: new RegExp(`^${path.replace(':id', '([0-9a-f-]{36})')}$`),
    files: module === null ? [] : filesOf(built, module),
    reads,
  }));
  return (path) => {
    for (const { pattern, files, reads } of entries) {
      const found = pattern.exec(path);
      if (found === null) continue;
      const paths = reads.map((read) => read.replace(':id', found[1] ?? ''));
      return [
        ...files.map((file) => `</${file}>; rel=modulepreload`),
        ...paths.map((read) => `<${read}>; rel=preload; as=fetch; crossorigin=anonymous`),
      ].join(', ');
    }
    return undefined;
  };
}

/** The entry comes with the page itself. */
function filesOf(built: Built, module: string): string[] {
  const files = new Set<string>();
  const pending = [module];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const chunk = built[next];
    if (chunk === undefined || next === 'index.html' || files.has(chunk.file)) continue;
    files.add(chunk.file);
    pending.push(...(chunk.imports ?? []));
  }
  return [...files];
}
