import { SPACE_HEADER } from './space-header.ts';
import { LATE_ANSWERS } from './worker-messages.ts';

/*
 * Answers of the server, kept on this device for one person at a time: a cache is named by their space, and is gone once
 * somebody signs in or out. Runs in the service worker.
 */

const PREFIX = 'bottega-answers-';
const PATIENCE_MILLISECONDS = 2_500;
const ANSWERS_KEPT = 200;

/** The cache of whoever was last known here, if anybody was, and if the request is not meant for somebody else. */
export async function answerCache(request?: Request): Promise<string | undefined> {
  const meantFor = request?.headers.get(SPACE_HEADER);
  const name = (await caches.keys()).find((one) => one.startsWith(PREFIX));
  return meantFor && name !== `${PREFIX}${meantFor}` ? undefined : name;
}

export async function forgetPeople(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Somebody known again keeps their cache; anybody else's goes. */
async function cacheOf(spaceId: string): Promise<void> {
  const own = `${PREFIX}${spaceId}`;
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== own);
  await Promise.all(others.map((name) => caches.delete(name)));
  await caches.open(own);
}

/**
 * Keeps a good answer, and only that. `since` is the cache that was the person's when it was asked for: an answer that
 * was under way while another person signed in is nobody's to keep.
 */
export async function keepAnswer(request: Request, response: Response, since?: string): Promise<void> {
  if (!isOurs(response)) return;
  const isMe = new URL(request.url).pathname === '/api/me';
  // Signed out, by whichever way: nothing of theirs stays to be read without the network either.
  if (isMe && response.status === 401) await forgetPeople();
  if (response.status !== 200) return;
  if (isMe) {
    const me: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    if (typeof me !== 'object' || me === null || !('spaceId' in me)) return;
    await cacheOf(String(me.spaceId));
  }
  const name = await answerCache(request);
  if (name === undefined || (since !== undefined && since !== name)) return;
  const cache = await caches.open(name);
  await cache.put(request, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - ANSWERS_KEPT)).map((key) => cache.delete(key)));
}

/** In our own words. A captive portal answers everything with a page of its own, and status 200. */
function isOurs(response: Response): boolean {
  return /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
}

async function keptAnswer(request: Request): Promise<Response | undefined> {
  const name = await answerCache(request);
  return name === undefined ? undefined : (await caches.open(name)).match(request);
}

/**
 * The server's own answer if it comes soon; else the kept one, if there is one. An answer that comes later still is kept
 * for the next time, and the page is told if it says anything new. `until` keeps the worker awake that long.
 */
export async function answerFromNetworkFirst(
  request: Request,
  until: (work: Promise<unknown>) => void,
): Promise<Response> {
  const since = await answerCache(request);
  const isMe = new URL(request.url).pathname === '/api/me';
  let isLate = false;
  const fromNetwork = fetch(request);
  const kept = fromNetwork.then(async (response) => {
    const copies = [response.clone(), response.clone()] as const;
    const before = isLate ? await keptAnswer(request) : undefined;
    await keepAnswer(request, copies[0], isMe ? undefined : since);
    const isNews = isLate && response.ok && (await before?.text()) !== (await copies[1].text());
    if (isNews) tellLate(request);
  });
  until(kept.catch(() => {}));

  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MILLISECONDS, 'late');
  });
  try {
    const first = await Promise.race([fromNetwork, patience]);
    if (first !== 'late') return isOurs(first) ? first : ((await keptAnswer(request)) ?? first);
    isLate = true;
    return (await keptAnswer(request)) ?? (await fromNetwork);
  } catch (error) {
    const answer = await keptAnswer(request);
    if (answer !== undefined) return answer;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function tellLate(request: Request): void {
  new BroadcastChannel(LATE_ANSWERS).postMessage(new URL(request.url).pathname);
}
