import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { functionLengths } from './support/function-lengths.ts';

/**
 * Who may import what, as ARCHITECTURE.md says. A file's role follows from its path; a file with no role fails, and so
 * does a list with no files.
 */
const root = join(import.meta.dirname, '..');
const LONGEST_FILE_LINES = 400;
const LONGEST_FUNCTION_LINES = 70;

type Role = {
  readonly name: string;
  readonly path: RegExp;
  /** Paths of ours that it may import; `own:` means below its own feature's or standard's folder. */
  readonly ours: readonly (RegExp | `own:${string}`)[];
  readonly packages: readonly RegExp[];
};

const ENGINE = /^src\/engine\//;
const CONTRACT = /contract\.ts$/;
const PLATFORM = /^src\/platform\//;
const UI = /^src\/ui\//;
const STYLE = /\.css$/;
const NODE = /^node:/;
const HONO = [/^hono(\/|$)/, /^@hono\//];
const REACT = [/^react(-dom)?(\/|$)/, /^@tanstack\//];

/** What a feature works out in plain functions, for its routes, its files and its screens. */
const RULE = '(?!use-)(?![a-z-]*(?:store|file|routes|ports|jobs|commands|contract)\\.ts$)[a-z-]+\\.ts$';

/** The first role that matches is a file's role. */
const ROLES: readonly Role[] = [
  { name: 'engine', path: /^src\/engine\/.*(?<!\.test)\.ts$/, ours: [ENGINE], packages: [] },
  {
    name: 'engine test',
    path: /^src\/engine\/.*\.test\.ts$/,
    ours: [ENGINE, /^tests\/support\//],
    packages: [/^vitest$/, /^fast-check$/],
  },
  {
    name: 'test beside a file',
    path: /^src\/.*\.test\.tsx?$/,
    ours: [/^src\//, /^tests\/support\//],
    packages: [/./],
  },
  { name: 'contract', path: /^src\/.*contract\.ts$/, ours: [ENGINE, CONTRACT], packages: [/^zod$/] },
  {
    name: 'store',
    path: /^src\/features\/[^/]+\/[a-z-]*store\.ts$/,
    ours: [ENGINE, CONTRACT, PLATFORM, 'own:[a-z-]*store\\.ts$'],
    packages: [/^kysely$/],
  },
  {
    name: 'file format',
    path: /^src\/features\/[^/]+\/[a-z-]+-file\.ts$/,
    ours: [ENGINE, CONTRACT, 'own:[a-z-]+-file\\.ts$', `own:${RULE}`],
    packages: [/^yaml$/, /^csv-parse(\/|$)/, /^fflate$/],
  },
  {
    name: 'routes, ports, jobs, commands',
    path: /^src\/features\/[^/]+\/[a-z-]*(routes|ports|jobs|commands)\.ts$/,
    ours: [
      ENGINE,
      CONTRACT,
      PLATFORM,
      'own:[a-z-]*(store|file|routes|ports|jobs|commands)\\.ts$',
      `own:${RULE}`,
    ],
    packages: [...HONO, NODE, /^commander$/, /^lru-cache$/],
  },
  {
    name: 'screen',
    // The runner has screens alone.
    path: /^src\/features\/(runner\/[a-z-]+\.ts|[^/]+\/([A-Z]\w*\.tsx|use-[a-z-]+\.tsx?))$/,
    ours: [ENGINE, CONTRACT, UI, STYLE, 'own:([A-Z]\\w*\\.tsx|use-[a-z-]+\\.tsx?)$', `own:${RULE}`],
    packages: REACT,
  },
  {
    name: 'rule',
    path: new RegExp(`^src/features/[^/]+/${RULE}`),
    ours: [ENGINE, CONTRACT, `own:${RULE}`],
    packages: [],
  },
  {
    name: 'recall cards',
    path: /^src\/platform\/recall\/[a-z-]+\.ts$/,
    ours: [ENGINE, PLATFORM],
    packages: [/^ts-fsrs$/],
  },
  { name: 'platform', path: /^src\/platform\/.*\.ts$/, ours: [PLATFORM], packages: [/./] },
  { name: 'ui', path: /^src\/ui\/.*\.tsx?$/, ours: [ENGINE, UI, CONTRACT, STYLE], packages: [/./] },
  {
    name: 'root',
    path: /^src\/(server|cli|commands|service-worker)\.ts$|^src\/web\.tsx$/,
    ours: [/^src\//],
    packages: [/./],
  },
];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
  cwd: root,
})
  .toString()
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && existsSync(join(root, path)));

const sourceOf = (path: string) => readFileSync(join(root, path), 'utf8');
const roleOf = (path: string) => ROLES.find((role) => role.path.test(path));

/** Static, re-exported and dynamic imports alike. */
function importsOf(path: string): string[] {
  const { module } = parseSync(path, sourceOf(path));
  const source = sourceOf(path);
  const literal = (start: number, end: number) => source.slice(start, end).replaceAll(/^['"`]|['"`]$/g, '');
  return [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
    ),
    ...module.dynamicImports.map((found) => literal(found.moduleRequest.start, found.moduleRequest.end)),
  ].filter((name, index, all) => all.indexOf(name) === index);
}

function isAllowed(role: Role, path: string, target: string): boolean {
  if (!target.startsWith('.')) return role.packages.some((allowed) => allowed.test(target));
  const imported = relative(root, join(root, dirname(path), target));
  const own = /^src\/(features|standards)\/[^/]+\//.exec(path)?.[0];
  return role.ours.some((allowed) =>
    typeof allowed === 'string'
      ? own !== undefined &&
        imported.startsWith(own) &&
        new RegExp(`^${allowed.slice('own:'.length)}`).test(imported.slice(own.length))
      : allowed.test(imported),
  );
}

describe('the house', () => {
  it('is not empty, and every file has a role', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((path) => roleOf(path) === undefined)).toEqual([]);
  });

  it('imports only what each role may', () => {
    const broken = files.flatMap((path) => {
      const role = roleOf(path);
      if (role === undefined) return [];
      return importsOf(path)
        .filter((target) => !isAllowed(role, path, target))
        .map((target) => `${path} (${role.name}) may not import ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it.each([
    ['src/engine/curve/fit.ts', 'zod', false],
    ['src/engine/curve/fit.ts', '../measure/measure.ts', true],
    ['src/features/needs/routes.ts', '../library/contract.ts', true],
    ['src/features/needs/routes.ts', '../library/store.ts', false],
    ['src/features/needs/store.ts', './routes.ts', false],
    ['src/features/needs/near-fields.ts', '../library/contract.ts', true],
    ['src/features/needs/near-fields.ts', './store.ts', false],
    ['src/features/needs/near-fields.ts', '../../ui/format-day.ts', false],
    ['src/features/needs/FindScreen.tsx', './near-fields.ts', true],
    ['src/features/needs/FindScreen.tsx', '../../platform/database.ts', false],
    ['src/features/needs/FindScreen.tsx', '../../ui/parts/Button.tsx', true],
    ['src/platform/clock.ts', '../features/needs/store.ts', false],
    ['src/platform/recall/scheduler.ts', '../../engine/units.ts', true],
    ['src/platform/recall/scheduler.ts', 'pg', false],
    ['src/platform/ids.ts', '../engine/units.ts', false],
    ['src/ui/parts/Button.tsx', '../../features/needs/FindScreen.tsx', false],
  ])('would say of %s importing %s: %s', (path, target, expected) => {
    const role = roleOf(path);
    expect(role !== undefined && isAllowed(role, path, target)).toBe(expected);
  });

  it('keeps time and chance out of the engine', () => {
    const impure = files
      .filter((path) => ENGINE.test(path) && !path.endsWith('.test.ts'))
      .filter((path) => /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b/.test(withoutComments(path)));
    expect(impure).toEqual([]);
  });

  it('writes SQL only in stores and migrations', () => {
    const allowed = /store\.ts$|^src\/platform\/|\.test\.ts$/;
    const outside = files
      .filter((path) => !allowed.test(path))
      .filter((path) => /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(sourceOf(path)));
    expect(outside).toEqual([]);
  });

  it(`has no file over ${LONGEST_FILE_LINES} lines`, () => {
    const long = files.filter((path) => sourceOf(path).split('\n').length > LONGEST_FILE_LINES + 1);
    expect(long).toEqual([]);
  });

  it(`has no function over ${LONGEST_FUNCTION_LINES} lines`, () => {
    const long = files
      .filter((path) => !/\.test\.tsx?$/.test(path))
      .flatMap((path) =>
        functionLengths(path, sourceOf(path))
          .filter((found) => found.lines > LONGEST_FUNCTION_LINES)
          .map((found) => `${path}:${found.line} ${found.lines} lines`),
      );
    expect(long).toEqual([]);
  });
});

/** A comment may speak of what the code may not do. */
function withoutComments(path: string): string {
  const source = sourceOf(path);
  const { comments } = parseSync(path, source);
  return comments.reduceRight(
    (text, comment) => text.slice(0, comment.start) + text.slice(comment.end),
    source,
  );
}
