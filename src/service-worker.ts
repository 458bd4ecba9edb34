import { clientsClaim } from 'workbox-core';
import { createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isKeptPath, pathsToWarm } from './ui/offline/kept-paths.ts';
import type { WorkerAnswer, WorkerMessage } from './ui/offline/register-service-worker.ts';
import {
  answerCache,
  answerFromNetworkFirst,
  forgetPeople,
  keepAnswer,
} from './ui/offline/worker-answers.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

/** Not screens of ours: the server answers these itself. */
const SERVER_PATHS = [/^\/(api|open|health|p|xapi|mcp|scim|ims|verify)(\/|\?|$)/];

// Or the page that installed it would stay without it until it is loaded a second time.
clientsClaim();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: SERVER_PATHS }));

registerRoute(
  ({ url, sameOrigin, request }) => sameOrigin && isKeptPath(url) && request.cache !== 'no-store',
  ({ request, event }) => answerFromNetworkFirst(request, (work) => event.waitUntil(work)),
  'GET',
);
for (const path of ['/api/sign-in', '/api/sign-out']) {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname === path,
    async ({ request }) => {
      const response = await fetch(request);
      if (response.ok) await forgetPeople();
      return response;
    },
    'POST',
  );
}

self.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage;
  if (message.kind === 'warm') event.waitUntil(warm(event.source));
  else event.waitUntil(takeOverIfAlone());
});

/** Reads what practising without a network needs, and tells the page that asked once it is there. */
async function warm(asker: ExtendableMessageEvent['source']): Promise<void> {
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(path, { cache: 'no-store' });
    if (!response.ok) throw new Error(`not signed in, or not there: ${path}`);
    await keepAnswer(new Request(new URL(path, self.location.origin)), response.clone());
    return response.json();
  };
  try {
    await read('/api/me'); // first: it says whose the rest is
    const [bench] = await Promise.all(['/api/bench', '/api/library', '/api/needs'].map(read));
    await Promise.all(pathsToWarm(bench).map((path) => read(path).catch(() => null)));
    asker?.postMessage({ kind: 'warm' } satisfies WorkerAnswer);
  } catch {
    // Without a network, or signed out: what was read before is still there, or nobody's to read.
    if (await answerCache()) asker?.postMessage({ kind: 'warm' } satisfies WorkerAnswer);
  }
}

/** Another page may still need files of the version before, so only the last one open may bring in the new one. */
async function takeOverIfAlone(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}
