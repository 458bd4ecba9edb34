import { clientsClaim } from 'workbox-core';
import { createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isKeptPath } from './ui/offline/kept-paths.ts';
import { answerFromNetworkFirst, forgetPeople } from './ui/offline/worker-answers.ts';
import type { WorkerMessage } from './ui/offline/worker-messages.ts';
import { answerReadAhead } from './ui/offline/worker-read-ahead.ts';
import { layOverKept } from './ui/offline/worker-sent.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

/** Not screens of ours: the server answers these itself. */
const SERVER_PATHS = [/^\/(api|open|health|p|xapi|mcp|scim|ims|verify)(\/|\?|$)/, /^\/library\//];

// Or the page that installed it would stay without it until it is loaded a second time.
clientsClaim();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: SERVER_PATHS }));

registerRoute(
  ({ url, sameOrigin, request }) => sameOrigin && isKeptPath(url) && request.cache !== 'no-store',
  ({ request, event }) => answerFromNetworkFirst(request, (work) => event.waitUntil(work)),
  'GET',
);
/** After them another space is here, or none. */
const CHANGES_OF_SPACE = [
  ['POST', '/api/sign-in'],
  ['POST', '/api/sign-out'],
  ['POST', '/api/erase'],
  ['POST', '/api/sample'],
  ['POST', '/api/sample/leave'],
  ['DELETE', '/api/sample'],
] as const;
for (const [method, path] of CHANGES_OF_SPACE) {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname === path,
    async ({ request }) => {
      const response = await fetch(request);
      if (response.ok) await forgetPeople();
      return response;
    },
    method,
  );
}

self.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage;
  const [port] = event.ports;
  if (message.kind === 'take-over') event.waitUntil(takeOverIfAlone());
  else if (message.kind === 'sent') event.waitUntil(layOverKept(message.write, message.practiceId));
  else if (message.kind === 'read-ahead' && port !== undefined)
    event.waitUntil(answerReadAhead(message, port));
});

/** Another page may still need files of the version before, so only the last one open may bring in the new one. */
async function takeOverIfAlone(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}
