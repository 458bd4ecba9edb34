import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

export type EvidencePage = {
  /** From here on the context finds it at `/evidence-page#PRACTICE`, under the policy of the server's own pages. */
  serve(context: BrowserContext, address: string): Promise<void>;
  remove(): Promise<void>;
};

/** Built once, as the app is; its API is that of the server at whose address it is opened. */
export async function buildEvidencePage(): Promise<EvidencePage> {
  const folder = await mkdtemp(join(tmpdir(), 'bottega-evidence-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    base: '/evidence-page/',
    publicDir: false,
    build: {
      outDir: folder,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./evidence-page/page.ts', import.meta.url)),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]', chunkFileNames: '[name].js' },
      },
    },
  });
  return {
    serve: (context, address) => serve(context, address, folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Recording</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/evidence-page/page.css">
</head><body><main id="root"></main><script type="module" src="/evidence-page/page.js"></script></body></html>`;

async function serve(context: BrowserContext, address: string, folder: string): Promise<void> {
  const own = await context.request.get(address);
  const policy = own.headers()['content-security-policy'] ?? '';
  await context.route(`${address}/evidence-page**`, (route) =>
    route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body: HTML }),
  );
  await context.route(`${address}/evidence-page/*`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const name = pathname.split('/').at(-1) ?? '';
    const body = await readFile(join(folder, name)).catch(() => null);
    if (body === null) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: TYPES[extname(name)] ?? 'application/octet-stream', body });
  });
}
