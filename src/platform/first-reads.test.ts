import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstReadsHeader } from './first-reads.ts';

const ID = '018f2b1e-0000-7000-8000-000000000001';
const screens = [
  { path: '/', module: null, reads: ['/api/bench'] },
  { path: '/practices/:id', module: 'src/A.tsx', reads: ['/api/practices/:id'] },
  { path: '/practices/:id/run', module: 'src/B.tsx', reads: ['/api/practices/:id'] },
];
const manifest = {
  'index.html': { file: 'assets/index.js' },
  'style.css': { file: 'assets/style.css' },
  'src/A.tsx': { file: 'assets/A.js', imports: ['index.html', '_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html', 'src/A.tsx'] },
};

const FIRST =
  '</assets/style.css>; rel=preload; as=style; crossorigin=anonymous, </assets/index.js>; rel=modulepreload, ';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bottega-first-reads-'));
  await writeFile(join(folder, 'screens.json'), JSON.stringify(manifest));
});
afterAll(() => rm(folder, { recursive: true }));

it('names what every page needs first, then what a screen is drawn with, its own id in the reads', () => {
  expect(firstReadsHeader(folder, screens)(`/practices/${ID}`)).toBe(
    `${FIRST}</assets/A.js>; rel=modulepreload, </assets/shared.js>; rel=modulepreload, ` +
      `</api/practices/${ID}>; rel=preload; as=fetch; crossorigin=anonymous`,
  );
});

it('names the reads alone where a screen comes with every page, or the build does not know its module', () => {
  const headerOf = firstReadsHeader(folder, screens);
  expect(headerOf('/')).toBe(`${FIRST}</api/bench>; rel=preload; as=fetch; crossorigin=anonymous`);
  expect(headerOf(`/practices/${ID}/run`)).toBe(
    `${FIRST}</api/practices/${ID}>; rel=preload; as=fetch; crossorigin=anonymous`,
  );
});

it('names nothing at another address, and puts nothing of an address into the header but an id', () => {
  const headerOf = firstReadsHeader(folder, screens);
  for (const path of ['/find', '/practices/x', `/practices/${ID}>; rel=x`, `/practices/${ID}\r\nx: y`])
    expect(headerOf(path)).toBeUndefined();
});

it('reads no build at all as one that knows no module', () => {
  expect(firstReadsHeader(join(folder, 'none'), screens)('/')).toBe(
    '</api/bench>; rel=preload; as=fetch; crossorigin=anonymous',
  );
});
