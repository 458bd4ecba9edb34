import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { csvUpload } from '../../../tests/support/csv-upload.ts';
import { fixedClock, freshApp } from '../../../tests/support/fresh-app.ts';
import { createRouter } from '../../platform/http.ts';
import * as library from '../library/store.ts';
import * as practice from '../practice/import-store.ts';
import { importRoutes } from './routes.ts';

const { person, store } = await freshApp({ library: true });

const SENT = 6;
/** While they are served, a file that need not wait for its turn has long been read. */
const REQUESTS_MEANWHILE = 20;
const FILE = 'at,wpm\n2025-01-01 10:00,60\n';
const mapping = { valueColumn: 'wpm', timeColumn: 'at' };
const measure = { kind: 'rate', unit: 'words a minute', direction: 'up' };

/** Keeps whoever comes until it is opened, and counts them. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrive = () => {};
  const second = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  let inside = 0;
  let most = 0;
  const pass = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    inside += 1;
    most = Math.max(most, inside);
    if (inside === 2) arrive();
    await opened;
    try {
      return await work();
    } finally {
      inside -= 1;
    }
  };
  return { pass, open, second, most: () => most };
}

it.each([
  ['previews', '/preview'],
  ['imports', ''],
])('two %s have their files in memory at once; the others wait, and get their answer', async (_, path) => {
  const { spaceId } = await person();
  const { pass, open, second, most } = gate();
  const held = {
    ...practice,
    findImportPlace: (...args: Parameters<typeof practice.findImportPlace>) =>
      pass(() => practice.findImportPlace(...args)),
  };
  const app = createRouter();
  app.use(async (c, next) => {
    c.set('actor', { spaceId, keyId: v7() });
    await next();
  });
  app.route('/', importRoutes({ store, clock: fixedClock, practice: held, library }));

  const answers = Array.from({ length: SENT }, async (_, at) => {
    const plan = { mapping, measure, target: { kind: 'new', title: `Races ${at}` } };
    return (await app.request(`/api/imports/${v7()}${path}`, await csvUpload(FILE, plan))).status;
  });
  await second;
  for (let asked = 0; asked < REQUESTS_MEANWHILE; asked += 1) await app.request(`/api/imports/${v7()}`);
  const mostHeld = most();
  open();
  expect(await Promise.all(answers)).toEqual(Array.from({ length: SENT }, () => 200));
  expect([mostHeld, most()]).toEqual([2, 2]);
});
