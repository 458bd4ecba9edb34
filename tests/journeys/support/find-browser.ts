import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** The one without a window of its own first: it has no frame to draw around the page, and takes half the time. */
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** One place to look, or one way to get a browser; undefined where it leads to none. */
type Way = { readonly name: string; find(): string | undefined | Promise<string | undefined> };

const WAYS: readonly Way[] = [
  { name: 'BOTTEGA_CHROME or CHROME_PATH', find: chosen },
  { name: 'Playwright’s own', find: playwrights },
  { name: 'a Chrome or Chromium of this system', find: systems },
  { name: 'npx playwright install chromium', find: installPlaywrights },
  { name: 'apt-get install chromium', find: installSystems },
  { name: '@sparticuz/chromium', find: fromNpm },
];

/** The browser for the journeys, found or fetched. Never undefined: without one they fail, and say what to type. */
export async function findBrowser(): Promise<string> {
  // The runner reads its configuration in every worker; the first one has found it already.
  const known = process.env.BOTTEGA_JOURNEY_BROWSER;
  if (known !== undefined) return known;
  for (const { find } of WAYS) {
    const path = await find();
    if (path === undefined) continue;
    process.env.BOTTEGA_JOURNEY_BROWSER = path;
    return path;
  }
  throw new Error(
    [
      'The journeys need a browser, and none could be found or fetched. One of these brings one:',
      '  npx playwright install --with-deps chromium',
      '  sudo apt-get install -y chromium',
      '  BOTTEGA_CHROME=/path/to/chrome npm test',
    ].join('\n'),
  );
}

export function browserFlags(): readonly string[] {
  return [
    // The sandbox of Chromium cannot start under root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

function chosen(): string | undefined {
  const path = process.env.BOTTEGA_CHROME || process.env.CHROME_PATH;
  if (path === undefined || path === '') return undefined;
  if (runs(path)) return path;
  throw new Error(
    `BOTTEGA_CHROME or CHROME_PATH is ${path}, which is no browser that runs here. Unset it, or mend it.`,
  );
}

function playwrights(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? path : undefined;
}

function systems(): string | undefined {
  const named = SYSTEM_NAMES.flatMap((name) => pathOf(name) ?? []);
  return [...named, ...MAC_PATHS.filter((path) => existsSync(path))].find(runs);
}

function installPlaywrights(): string | undefined {
  const command = join(import.meta.dirname, '../../../node_modules/.bin/playwright');
  return succeeds(command, ['install', 'chromium']) ? playwrights() : undefined;
}

function installSystems(): string | undefined {
  if (process.getuid?.() !== 0 || pathOf('apt-get') === undefined) return undefined;
  if (!succeeds('apt-get', ['update'])) return undefined;
  const install = (name: string) => succeeds('apt-get', ['install', '-y', '--no-install-recommends', name]);
  return install('chromium-headless-shell') || install('chromium') ? systems() : undefined;
}

const PACKED = '@sparticuz/chromium@153.0.0';

/** Chromium inside an npm package, fetched once: for those who may install nothing on their system. */
async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(homedir(), '.cache', 'bottega-journeys');
  try {
    mkdirSync(folder, { recursive: true });
    if (!succeeds('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, PACKED]))
      return undefined;
    const path = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
    const { default: packed } = await import(path);
    const found: unknown = await packed.executablePath();
    return typeof found === 'string' && runs(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function pathOf(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** A stub that only tells where to get the real one is on some systems' path: it has to answer. */
function runs(path: string): boolean {
  return succeeds(path, ['--version'], 20_000);
}

const INSTALL_MILLISECONDS = 600_000;

function succeeds(command: string, args: readonly string[], timeout = INSTALL_MILLISECONDS): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout });
    return true;
  } catch {
    return false;
  }
}
