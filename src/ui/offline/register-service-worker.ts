import type { WorkerMessage } from './worker-messages.ts';

/** Not offered on plain HTTP from another device, nor while developing: then everything works but without a network. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const container = navigator.serviceWorker;
  container.register('/service-worker.js').then(takeOverIfSafe, () => {});
  // Controlled from the first visit on; until then there is nobody to ask.
  if (container.controller !== null) readAhead();
  else container.addEventListener('controllerchange', readAhead, { once: true });
}

/** Fetched behind the first screen, which needs none of it. */
function readAhead(): void {
  import('./start-read-ahead.ts').then(
    ({ startReadAhead }) => startReadAhead(),
    () => {},
  );
}

/**
 * A new version waits until no page uses the old one: parts of a page may still be fetched from it. Only right after a
 * page was opened, and nothing was begun on it, it may take over at once; the worker itself checks that no other page
 * is open.
 */
function takeOverIfSafe(registration: ServiceWorkerRegistration): void {
  if (registration.waiting === null || location.pathname.endsWith('/run')) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration.waiting.postMessage({ kind: 'take-over' } satisfies WorkerMessage);
}
