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
/** What the build calls the page itself, and its one style sheet. */
const PAGE = 'index.html';
const STYLE = 'style.css';

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
  const first = whatEveryPageNeeds(built);
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
        ...first,
        ...files.map((file) => `</${file}>; rel=modulepreload`),
        ...paths.map((read) => `<${read}>; rel=preload; as=fetch; crossorigin=anonymous`),
      ].join(', ');
    }
    return undefined;
  };
}

/**
 * The page names these itself, yet only in its text, which is read after the header: the largest file would wait behind
 * the others for a connection, of which a browser opens six.
 */
function whatEveryPageNeeds(built: Built): string[] {
  const [style, entry] = [built[STYLE], built[PAGE]];
  return [
    ...(style === undefined ? [] : [`</${style.file}>; rel=preload; as=style; crossorigin=anonymous`]),
    ...(entry === undefined ? [] : [`</${entry.file}>; rel=modulepreload`]),
  ];
}

/** Without the entry, which every page needs. */
function filesOf(built: Built, module: string): string[] {
  const files = new Set<string>();
  const pending = [module];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const chunk = built[next];
    if (chunk === undefined || next === PAGE || files.has(chunk.file)) continue;
    files.add(chunk.file);
    pending.push(...(chunk.imports ?? []));
  }
  return [...files];
}
