import { SPACE_HEADER } from './space-header.ts';
import { LATE_ANSWERS } from './worker-messages.ts';

/*
 * Answers of the server, kept on this device for one person at a time: a cache is named by their space, and is gone once
 * somebody signs in or out. Runs in the service worker.
 */

const PREFIX = 'bottega-answers-';
const PATIENCE_MILLISECONDS = 2_500;
const ANSWERS_KEPT = 200;

/** Counts what was asked for and what was sent, so that of two answers the later asked for is kept, whichever comes last. */
let moment = 0;
const knownAt = new Map<string, number>();

/** Before an answer is asked for; it goes with it to `keepAnswer`. */
export function nextMoment(): number {
  moment += 1;
  return moment;
}

/** True where nothing later is known of it; then everything that was asked for earlier is too old to be kept. */
function isLatest(url: string, askedAt: number): boolean {
  if ((knownAt.get(url) ?? 0) > askedAt) return false;
  knownAt.set(url, askedAt);
  return true;
}

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
 * was under way while another person signed in is nobody's to keep. Nor is one that is older than what is kept.
 */
export async function keepAnswer(
  request: Request,
  response: Response,
  askedAt: number,
  since?: string,
): Promise<void> {
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
  if (!isLatest(request.url, askedAt)) return;
  await cache.put(request, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - ANSWERS_KEPT)).map((key) => cache.delete(key)));
}

let changing: Promise<void> = Promise.resolve();

/** One change after the other, and no kept answer is shown before those under way are part of it. */
export function changeInTurn(change: () => Promise<void>): Promise<void> {
  changing = changing.then(change).catch(() => {});
  return changing;
}

/**
 * Changes a kept answer by what home has just confirmed. What was asked for before that is not kept any more: it may not
 * know of it.
 */
export async function changeKept(request: Request, change: (known: unknown) => unknown): Promise<void> {
  const askedAt = nextMoment();
  isLatest(request.url, askedAt);
  const name = await answerCache(request);
  if (name === undefined) return;
  const cache = await caches.open(name);
  const kept = await cache.match(request);
  if (kept === undefined) return;
  const changed = Response.json(change(await kept.json()));
  if (!isLatest(request.url, askedAt)) return;
  await cache.put(request, changed);
  // A page that read it again just before was shown it without the change.
  if (shownKept.delete(request.url)) tellLate(request);
}

/** In our own words. A captive portal answers everything with a page of its own, and status 200. */
function isOurs(response: Response): boolean {
  return /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
}

async function keptAnswer(request: Request): Promise<Response | undefined> {
  await changing;
  const name = await answerCache(request);
  return name === undefined ? undefined : (await caches.open(name)).match(request);
}

/** Of which pages were shown a kept answer, and none of home's since. */
const shownKept = new Set<string>();

async function showKept(request: Request): Promise<Response | undefined> {
  const answer = await keptAnswer(request);
  if (answer !== undefined) shownKept.add(request.url);
  return answer;
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
  /** What was shown in place of an answer that did not come soon. */
  let shown: Promise<string> | undefined;
  const askedAt = nextMoment();
  const fromNetwork = fetch(request);
  const kept = fromNetwork.then(async (response) => {
    await keepAnswer(request, response.clone(), askedAt, isMe ? undefined : since);
    if (shown === undefined || !response.ok) return;
    // Against what is kept by now: it may have been read anew meanwhile by another way, and the page shows the old one.
    const now = await (await keptAnswer(request))?.text();
    if ((await shown) !== now) tellLate(request);
  });
  until(kept.catch(() => {}));

  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MILLISECONDS, 'late');
  });
  try {
    const first = await Promise.race([fromNetwork, patience]);
    if (first !== 'late') {
      if (!isOurs(first)) return (await showKept(request)) ?? first;
      shownKept.delete(request.url);
      return first;
    }
    const old = await showKept(request);
    shown = old?.clone().text();
    return old ?? (await fromNetwork);
  } catch (error) {
    const answer = await showKept(request);
    if (answer !== undefined) return answer;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function tellLate(request: Request): void {
  new BroadcastChannel(LATE_ANSWERS).postMessage(new URL(request.url).pathname);
}
