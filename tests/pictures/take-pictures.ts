/**
 * Takes the pictures of the README anew, of the sample on a fresh server: `node tests/pictures/take-pictures.ts`. It needs
 * the browser that the journeys need, and writes docs/pictures/*.png.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { Bench } from '../../src/features/practice/contract.ts';
import { places } from '../../src/platform/places.ts';
import { linkOf } from '../journeys/support/bottega-server.ts';
import { browserFlags, findBrowser } from '../journeys/support/find-browser.ts';

type Picture = {
  readonly name: string;
  /** Of the practice on the bench that has this title, or of a screen. */
  readonly path: (practiceIdOf: (title: string) => string) => string;
  /** What shows that it is drawn. */
  readonly isThere: string;
  readonly heightPixels: number;
};

const PICTURES: readonly Picture[] = [
  { name: 'bench', path: () => '/', isThere: 'What you have put in', heightPixels: 940 },
  {
    name: 'practice',
    path: (practiceIdOf) => `/practices/${practiceIdOf('Thirty catches')}`,
    isThere: 'In words',
    heightPixels: 1200,
  },
];

/** Not os.tmpdir(): PostgreSQL runs there as a user of its own. */
const dataFolder = await mkdtemp('/tmp/bottega-pictures-');
const server = spawn(process.execPath, [join(places.root, 'src', 'cli.ts'), 'serve', '--no-open'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', BOTTEGA_DATA: dataFolder, DATABASE_URL: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const link = await linkOf(server);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...browserFlags()] });
  try {
    const context = await browser.newContext({
      baseURL: new URL(link).origin,
      locale: 'en-GB',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      timezoneId: zoneOfLateMorning(new Date()),
    });
    const page = await context.newPage();
    await page.goto(link);
    const practiceIdOf = await enterSample(context);
    for (const picture of PICTURES) await take(page, picture, practiceIdOf);
  } finally {
    await browser.close();
  }
} finally {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
  await rm(dataFolder, { recursive: true, force: true });
}

/** Where it is between eleven and twelve now: in the quiet hours of the night the bench suggests nothing. */
function zoneOfLateMorning(now: Date): string {
  const west = now.getUTCHours() - 11;
  // In these names a plus is west of Greenwich.
  return west === 0 ? 'Etc/GMT' : `Etc/GMT${west > 0 ? '+' : '-'}${Math.abs(west)}`;
}

/** Answers the id of each practice on its bench by its title. */
async function enterSample({ request }: BrowserContext): Promise<(title: string) => string> {
  const entered = await request.post('/api/sample', { data: {} });
  if (!entered.ok()) throw new Error(`no sample: ${entered.status()} ${await entered.text()}`);
  const { practices } = Bench.parse(await (await request.get('/api/bench')).json());
  return (title) => {
    const found = practices.find((practice) => practice.title === title);
    if (found === undefined) throw new Error(`no practice called ${title} in the sample`);
    return found.id;
  };
}

async function take(
  page: Page,
  { name, path, isThere, heightPixels }: Picture,
  practiceIdOf: (title: string) => string,
): Promise<void> {
  await page.setViewportSize({ width: 1280, height: heightPixels });
  await page.goto(path(practiceIdOf));
  await page.getByText(isThere).first().waitFor();
  await page.evaluate('document.fonts.ready');
  // What is drawn once it was measured is drawn by then.
  await page.waitForLoadState('networkidle');
  const file = join(places.root, 'docs', 'pictures', `${name}.png`);
  await page.screenshot({ path: file });
  process.stdout.write(`${file}\n`);
}
