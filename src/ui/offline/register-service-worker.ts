/** Said on the page once a copy of the app and of what the person needs lies on this device. */
const READY = 'offlineReady';

/** What the page and the service worker say to each other. */
export type WorkerMessage = { readonly kind: 'warm' } | { readonly kind: 'take-over' };
export type WorkerAnswer = { readonly kind: 'warm' };

/** Channel on which a path is named whose answer came too late to be shown: the page should read it again. */
export const LATE_ANSWERS = 'bottega-late-answers';

const WARM_DELAY_MILLISECONDS = 500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Not offered on plain HTTP from another device, nor while developing: then everything works but without a network. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const container = navigator.serviceWorker;
  container.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => {
    if (event.data.kind === 'warm') document.documentElement.dataset[READY] = '';
  });
  container.register('/service-worker.js').then(takeOverIfSafe, () => {});
  // Controlled from the first visit on; until then there is nobody to ask.
  if (container.controller !== null) warmOfflineCache();
  else container.addEventListener('controllerchange', warmOfflineCache, { once: true });
}

/** Has the service worker read again what practising without a network needs; soon, and once for many changes. */
export function warmOfflineCache(): void {
  if (!('serviceWorker' in navigator)) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    navigator.serviceWorker.controller?.postMessage({ kind: 'warm' } satisfies WorkerMessage);
  }, WARM_DELAY_MILLISECONDS);
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
