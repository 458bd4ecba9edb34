import { newId } from './device.ts';
import { deviceStore } from './device-store.ts';
import { home } from './home.ts';
import { FIRST_MEMORY_PLACE, memoryStore } from './memory-store.ts';
import type { PendingWrite, Write } from './pending-write.ts';
import { type SendOutcome, sendKept } from './send-kept.ts';
import { type Choice, settleConflict } from './settle-conflict.ts';
import { confirmSpace, currentSpace, knownSpace, loosenSpace } from './space.ts';
import type { Note, WriteStore } from './write-store.ts';

/** What this page knows of the queue; a new object with every change. */
export type QueueView = {
  /** Everything not confirmed by home, of every space, in order; also what is only just being kept. */
  readonly writes: readonly PendingWrite[];
  readonly phase: 'resting' | 'sending' | 'offline' | 'sign-in-needed' | 'faulty';
  /** False: this browser keeps nothing, or has no room, and what was not sent ends with the page. */
  readonly isKeeping: boolean;
  /** Somebody else has signed in in this browser since this page was opened. */
  readonly isForeign: boolean;
};

/** The page is told of what was sent, to show it as home's own and read it again. */
export type Sent = { readonly write: PendingWrite; readonly touched: readonly string[] };
type Message = { readonly kind: 'changed' } | ({ readonly kind: 'sent' } & Sent);

/** A write that neither this device nor home has. It is in memory, and goes on being sent while the page is open. */
export class NotKept extends Error {
  constructor() {
    super(
      'This browser cannot keep anything on this device. Leave this page open until home can be reached.',
    );
  }
}

const FIRST_WAIT_MILLISECONDS = 1_000;
const LONGEST_WAIT_MILLISECONDS = 60_000;

let view: QueueView = { writes: [], phase: 'resting', isKeeping: true, isForeign: false };
let kept: readonly PendingWrite[] = [];
let underway: readonly PendingWrite[] = [];
let provisionalPlace = FIRST_MEMORY_PLACE * 2;
const memory = memoryStore();
const listeners = new Set<() => void>();
const sentListeners = new Set<(sent: Sent) => void>();
const changeListeners = new Set<() => void>();
let disk: Promise<WriteStore | null> | null = null;

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bottega-queue');
channel?.addEventListener('message', (event: MessageEvent<Message>) => {
  if (event.data.kind === 'sent') tellSent(event.data);
  void refresh();
});

/** Null where this browser lets nothing be kept. */
function openDisk(): Promise<WriteStore | null> {
  disk ??= deviceStore().catch(() => {
    show({ isKeeping: false });
    return null;
  });
  return disk;
}

export function queueView(): QueueView {
  return view;
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function onSent(listener: (sent: Sent) => void): () => void {
  sentListeners.add(listener);
  return () => sentListeners.delete(listener);
}

/** Called when another person's sign-in is met, before anything of theirs is shown. */
export function onSpaceChanged(listener: () => void): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

function show(change: Partial<QueueView>): void {
  view = { ...view, ...change };
  for (const listener of listeners) listener();
}

function showWrites(): void {
  show({ writes: [...kept, ...underway] });
}

/** Disk and memory as one: what could not be kept on the disk comes last. */
const both: Pick<WriteStore, 'all' | 'replace'> = {
  all: async () => [...((await (await openDisk())?.all()) ?? []), ...(await memory.all())],
  replace: async (removed, put) => {
    const isInMemory = (place: number) => place >= FIRST_MEMORY_PLACE;
    const onDisk = await openDisk();
    await memory.replace(
      removed.filter(isInMemory),
      put.filter((write) => isInMemory(write.place)),
    );
    await onDisk?.replace(
      removed.filter((place) => !isInMemory(place)),
      put.filter((write) => !isInMemory(write.place)),
    );
  },
};

export async function refresh(): Promise<void> {
  kept = await both.all().catch(() => kept);
  showWrites();
}

/**
 * Shows the writes at once and resolves when they are on this device's disk, all or none. Rejects with NotKept where
 * the disk takes nothing and home could not be reached either.
 */
export async function keep(writes: readonly Write[], notes: readonly Note[] = []): Promise<void> {
  const spaceId = currentSpace() ?? (await knownSpace());
  const shown = writes.map(
    (write): PendingWrite => ({
      ...write,
      place: provisionalPlace++,
      spaceId,
      state: 'kept',
      problem: null,
    }),
  );
  underway = [...underway, ...shown];
  showWrites();
  const isOnDisk = await keepOnDisk(spaceId, writes, notes);
  if (!isOnDisk) await memory.append(spaceId, writes, notes);
  underway = underway.filter((write) => !shown.includes(write));
  await refresh();
  channel?.postMessage({ kind: 'changed' } satisfies Message);
  const sending = sendNow();
  if (isOnDisk || writes.length === 0) return;
  await sending;
  const paths = new Set(writes.map((write) => write.path));
  if ((await memory.all()).some((write) => paths.has(write.path))) throw new NotKept();
}

async function keepOnDisk(
  spaceId: string,
  writes: readonly Write[],
  notes: readonly Note[],
): Promise<boolean> {
  const store = await openDisk();
  // What comes after something that is only in memory may hang on it: they stay in order.
  const isBehind = (await memory.all()).length > 0;
  if (store === null || isBehind) return false;
  try {
    await store.append(spaceId, writes, notes);
    if (!view.isKeeping) show({ isKeeping: true });
    return true;
  } catch {
    show({ isKeeping: false });
    return false;
  }
}

export async function readNote(key: string): Promise<unknown> {
  const store = (await openDisk()) ?? memory;
  return (await memory.readNote(key)) ?? store.readNote(key).catch(() => undefined);
}

/** False where it lasts only as long as the page. */
export async function keepNote(note: Note): Promise<boolean> {
  const store = await openDisk();
  try {
    if (store === null) throw new Error('no disk');
    await store.writeNote(note);
    return true;
  } catch {
    await memory.writeNote(note);
    show({ isKeeping: false });
    return false;
  }
}

/** Carries out what the person chose for a write that home keeps otherwise. */
export async function settle(place: number, choice: Choice): Promise<void> {
  const writes = await both.all();
  const write = writes.find((one) => one.place === place);
  if (write === undefined) return;
  const { removed, put, append } = settleConflict(writes, write, choice, { newId, now: () => new Date() });
  await both.replace(removed, put);
  await keep(append);
}

/** Home refused it: try it once more, or let it go. */
export async function answerRefusal(place: number, answer: 'again' | 'discard'): Promise<void> {
  const write = (await both.all()).find((one) => one.place === place);
  if (write === undefined) return;
  if (answer === 'discard') await both.replace([place], []);
  else await both.replace([], [{ ...write, state: 'kept', problem: null }]);
  await keep([]);
}

let isSending = false;
let isAskedAgain = false;
let waitMilliseconds = FIRST_WAIT_MILLISECONDS;
let timer: ReturnType<typeof setTimeout> | undefined;

/** One sender at a time, here and across tabs. Asked again while it runs, it looks once more before it rests. */
export async function sendNow(isByItself = false): Promise<void> {
  isAskedAgain = true;
  if (isSending) return;
  isSending = true;
  clearTimeout(timer);
  try {
    let outcome: SendOutcome = 'sent';
    while (isAskedAgain) {
      isAskedAgain = false;
      outcome = await alone(sendOnce);
    }
    rest(outcome, isByItself);
  } finally {
    isSending = false;
  }
}

/** Without Web Locks (plain HTTP from another device) two tabs may send the same: home takes it once all the same. */
function alone(run: () => Promise<SendOutcome>): Promise<SendOutcome> {
  return 'locks' in navigator ? navigator.locks.request('bottega-send', run) : run();
}

async function sendOnce(): Promise<SendOutcome> {
  const store: WriteStore = { ...memory, ...both };
  return sendKept(store, home, {
    onSpace: (spaceId) => {
      const found = confirmSpace(spaceId);
      if (found === 'changed') for (const listener of changeListeners) listener();
      show({ isForeign: found === 'foreign', phase: view.writes.length > 0 ? 'sending' : view.phase });
    },
    onSent: (write, touched) => {
      const sent = { write, touched };
      kept = kept.filter((one) => one.place !== write.place);
      tellSent(sent);
      channel?.postMessage({ kind: 'sent', ...sent } satisfies Message);
    },
    onSetAside: () => {
      void refresh();
      channel?.postMessage({ kind: 'changed' } satisfies Message);
    },
  });
}

function tellSent(sent: Sent): void {
  kept = kept.filter((one) => one.place !== sent.write.place);
  for (const listener of sentListeners) listener(sent);
  showWrites();
}

function rest(outcome: SendOutcome, isByItself: boolean): void {
  switch (outcome) {
    case 'sent':
      waitMilliseconds = FIRST_WAIT_MILLISECONDS;
      show({ phase: navigator.onLine ? 'resting' : 'offline' });
      return;
    case 'sign-in-needed':
      loosenSpace();
      show({ phase: 'sign-in-needed' });
      return;
    case 'unreachable':
    case 'faulty':
      show({ phase: outcome === 'unreachable' ? 'offline' : 'faulty' });
      // Spread, so that the devices of a house do not all come back in the same moment.
      timer = setTimeout(() => void sendNow(true), waitMilliseconds * (0.75 + Math.random() / 2));
      // Only its own tries are spaced out; a tap tries at once, and makes nobody wait longer.
      if (isByItself) waitMilliseconds = Math.min(LONGEST_WAIT_MILLISECONDS, waitMilliseconds * 2);
      return;
    default:
      outcome satisfies never;
  }
}

let isWatching = false;

/** Begins with what was kept before, and goes on whenever the network or the person comes back. */
export function watchNetwork(): void {
  if (isWatching) return;
  isWatching = true;
  const backAgain = () => {
    waitMilliseconds = FIRST_WAIT_MILLISECONDS;
    void sendNow();
  };
  window.addEventListener('online', backAgain);
  window.addEventListener('offline', () => show({ phase: 'offline' }));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && backAgain());
  void refresh().then(backAgain);
}
