import { ApiRefusal, callApi, Unreachable } from '../api/api-client.ts';
import { mediaNote } from '../offline/media-note.ts';
import {
  keep,
  keepNote,
  onSent,
  onSpaceChanged,
  queueView,
  subscribe as subscribeToQueue,
} from '../offline/queue.ts';
import type { SendOutcome } from '../offline/send-kept.ts';
import { alone, createSender, PHASE_AFTER, type SendPhase } from '../offline/sender.ts';
import { currentSpace } from '../offline/space.ts';
import { blobStore } from './blob-store.ts';
import type { Draft, KeptMedia } from './kept-media.ts';
import { leftDrafts } from './left-drafts.ts';
import { sendBytes } from './send-bytes.ts';

/** Copies that stay on the device once home has them, to be heard without a network: the newest, and no large ones. */
const KEPT_BYTES_EACH = 20 * 2 ** 20;
const KEPT_BYTES_IN_ALL = 100 * 2 ** 20;

/** How far the recordings of this person have come; a new object with every change. */
export type UploadsView = {
  /** On this device, of this person, newest last; also what home has, where a copy stayed. */
  readonly media: readonly KeptMedia[];
  /** Recordings that were cut off, or left without a word: to be kept or thrown away. */
  readonly left: readonly Draft[];
  readonly underway: { readonly sha256: string; readonly sentBytes: number } | null;
  readonly phase: SendPhase;
};

let view: UploadsView = { media: [], left: [], underway: null, phase: 'resting' };
const listeners = new Set<() => void>();
const store = blobStore();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bottega-media');
channel?.addEventListener('message', (event: MessageEvent<UploadsView['underway']>) => {
  show({ underway: event.data });
  void refreshUploads();
});

export function uploadsView(): UploadsView {
  return view;
}

export function subscribeToUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(change: Partial<UploadsView>): void {
  view = { ...view, ...change };
  for (const listener of listeners) listener();
}

export async function refreshUploads(): Promise<void> {
  const spaceId = currentSpace();
  const media = await store.all().catch(() => null);
  const left = await leftDrafts(spaceId).catch(() => []);
  // Half of a file that was being laid at hand is nothing: the whole of it is where it was chosen.
  for (const draft of left) if (isHalfFile(draft)) await store.dropDraft(draft.id).catch(() => {});
  const own = (media ?? []).filter((one) => one.spaceId === spaceId);
  // Where the device could not be asked, what was noted stands.
  if (media !== null && spaceId !== null)
    await noteWaiting(
      spaceId,
      own.some(({ state }) => state === 'waiting'),
    );
  show({
    media: own.sort((a, b) => a.keptAt - b.keptAt),
    left: left.filter((draft) => !isHalfFile(draft)),
  });
}

/** A recording for a design is as much worth as any other, as far as it came. */
const isHalfFile = ({ about }: Draft) => about.isAtHand && about.kind !== 'audio' && about.kind !== 'video';

let noted: string | null = null;

/** For the next start of the app, on whatever screen: whether there is anything to send. */
export async function noteWaiting(spaceId: string, isWaiting: boolean): Promise<void> {
  const key = mediaNote(spaceId);
  const note = `${key} ${isWaiting}`;
  if (note === noted) return;
  noted = note;
  await keepNote({ key, value: isWaiting || null }).catch(() => {
    noted = null;
  });
}

/** Something changed in what this device keeps. */
export function tellOtherTabs(underway: UploadsView['underway'] = view.underway): void {
  channel?.postMessage(underway);
}

/** It is kept on this device: says so, and sends it. */
export async function tell(media: KeptMedia): Promise<void> {
  await putInQueue(media);
  await refreshUploads();
  startUploads();
  void sendUploads();
}

/** Puts what says of it into the queue, once; a page that ended in between does so at its next start. */
async function putInQueue(media: KeptMedia): Promise<void> {
  if (media.fact !== null) await keep([media.fact]);
  await store.change(media, { isTold: true });
}

const sender = createSender({
  send: () => alone('bottega-uploads', sendOnce),
  onRest: (outcome) => show({ phase: PHASE_AFTER[outcome], underway: null }),
});
export const sendUploads = sender.sendNow;

async function sendOnce(): Promise<SendOutcome> {
  await refreshUploads();
  let outcome: SendOutcome = 'sent';
  for (const media of view.media.filter(({ state }) => state === 'waiting')) {
    if (!media.isTold) await putInQueue(media);
    if (!isKnownAtHome(media)) continue;
    const ended = await send(media);
    if (ended === 'unreachable' || ended === 'sign-in-needed') return ended;
    if (ended === 'faulty') outcome = 'faulty';
  }
  await trim();
  return outcome;
}

/** Bytes come after what says of them: home has no use for others. The queue's own sending wakes this one. */
function isKnownAtHome({ fact }: KeptMedia): boolean {
  return fact === null || !queueView().writes.some(({ path }) => path === fact.path);
}

async function send(media: KeptMedia): Promise<SendOutcome> {
  show({ phase: 'sending', underway: { sha256: media.sha256, sentBytes: 0 } });
  try {
    const blob = await store.read(media.draftId, media.contentType);
    await sendBytes(media, blob, {
      call: callApi,
      now: () => performance.now(),
      onAddress: async (uploadAddress) => {
        await store.change(media, { uploadAddress });
      },
      onProgress: (sentBytes) => {
        const underway = { sha256: media.sha256, sentBytes };
        show({ underway });
        tellOtherTabs(underway);
      },
    });
    await settle(media, { state: 'home', uploadAddress: null });
    return 'sent';
  } catch (error) {
    if (error instanceof Unreachable) return 'unreachable';
    if (!(error instanceof ApiRefusal)) return 'faulty';
    return afterRefusal(media, error);
  }
}

const NOT_NOW: readonly number[] = [401, 403];
const LATER: readonly number[] = [423, 429];

async function afterRefusal(media: KeptMedia, { problem }: ApiRefusal): Promise<SendOutcome> {
  // Nobody is signed in, or somebody else: it waits for its own person.
  if (NOT_NOW.includes(problem.status)) return 'sign-in-needed';
  if (LATER.includes(problem.status) || problem.status >= 500) return 'faulty';
  await settle(media, { state: 'refused', problem: problem.detail ?? problem.title, uploadAddress: null });
  return 'sent';
}

async function settle(media: KeptMedia, change: Partial<KeptMedia>): Promise<void> {
  await store.change(media, change);
  await refreshUploads();
  tellOtherTabs(null);
  if (change.state === 'home') for (const listener of homeListeners) listener();
}
const homeListeners = new Set<() => void>();

/** Called when bytes have come home, from this tab. */
export function onMediaHome(listener: () => void): () => void {
  homeListeners.add(listener);
  return () => homeListeners.delete(listener);
}

/** Lets go of copies that home has, the oldest first. What lies at hand is to open without a network, and goes last. */
async function trim(): Promise<void> {
  let bytes = 0;
  const newestFirst = view.media.filter(({ state }) => state === 'home').reverse();
  for (const media of newestFirst.toSorted((a, b) => Number(b.isAtHand) - Number(a.isAtHand))) {
    bytes += media.bytes;
    const isLarge = media.bytes > KEPT_BYTES_EACH && !media.isAtHand;
    if (isLarge || bytes > KEPT_BYTES_IN_ALL) await store.drop(media);
  }
  await refreshUploads();
}

/** Refused by home, or not sent yet: tried again, or thrown away for good. */
export async function tryAgain(media: KeptMedia): Promise<void> {
  await store.change(media, { state: 'waiting', problem: null, uploadAddress: null });
  await refreshUploads();
  await sendUploads();
}

/** Its evidence was removed. What lies at hand as well stays. */
export async function dropFromDevice(sha256: string): Promise<void> {
  const media = view.media.find((one) => one.sha256 === sha256);
  if (media !== undefined && !media.isAtHand) await drop(media);
}

/** It was laid at hand, and taken back before anything was said of it: as if it had not been chosen. */
export async function takeBackKept({ spaceId, sha256, draftId }: KeptMedia): Promise<void> {
  const media = await store.find(spaceId, sha256);
  // Another draft: the same content lay here before.
  if (media?.draftId === draftId) await drop(media);
}

/** It lies at hand no more. What home has not got yet stays: it may lie at hand elsewhere. */
export async function dropPutAway(sha256: string): Promise<void> {
  const media = view.media.find((one) => one.sha256 === sha256);
  if (media === undefined) return;
  await store.change(media, { isAtHand: false });
  if (media.state !== 'waiting' && media.fact === null) await drop(media);
}

async function drop(media: KeptMedia): Promise<void> {
  await store.drop(media);
  await refreshUploads();
  tellOtherTabs(null);
}

/** The copy of this device; null where it has none. */
export async function copyOnDevice(sha256: string): Promise<Blob | null> {
  const spaceId = currentSpace();
  const media = spaceId === null ? undefined : await store.find(spaceId, sha256).catch(() => undefined);
  return media === undefined ? null : store.read(media.draftId, media.contentType);
}

let isStarted = false;

/** Begins with what was kept before, and goes on whenever the network, the person or a fact comes home. Once for a page. */
export function startUploads(): void {
  if (isStarted) return;
  isStarted = true;
  const comeBack = () => void sender.comeBack();
  onSent(({ write }) => {
    if (write.path.startsWith('/api/evidence/')) comeBack();
  });
  let wasResting = queueView().phase === 'resting';
  subscribeToQueue(() => {
    // What the queue could reach, this can: a sign-in and a network that came back are seen there first.
    const isResting = queueView().phase === 'resting';
    if (isResting && !wasResting) comeBack();
    wasResting = isResting;
  });
  onSpaceChanged(() => void refreshUploads());
  window.addEventListener('online', comeBack);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && comeBack());
  // The page comes first; not every browser says when it is idle.
  (window.requestIdleCallback ?? setTimeout)(comeBack);
}
