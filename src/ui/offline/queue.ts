import type { Choice } from './conflict-choices.ts';
import { newId } from './device.ts';
import { deviceStore } from './device-store.ts';
import { home } from './home.ts';
import { jot, jottedKeys } from './jotted.ts';
import { FIRST_MEMORY_PLACE } from './memory-store.ts';
import { orderedStore } from './ordered-store.ts';
import type { PendingWrite, Write } from './pending-write.ts';
import { type SendOutcome, sendKept } from './send-kept.ts';
import { alone, createSender, PHASE_AFTER, type SendPhase } from './sender.ts';
import { confirmSpace, currentSpace, knownSpace, loosenSpace } from './space.ts';
import type { Note, WriteStore } from './write-store.ts';

/** What this page knows of the queue; a new object with every change. */
export type QueueView = {
  /** Everything not confirmed by home, of every space, in order; also what is only just being kept. */
  readonly writes: readonly PendingWrite[];
  readonly phase: SendPhase;
  /** False: this browser keeps nothing, or has no room, and what was not sent ends with the page. */
  readonly isKeeping: boolean;
  /** Somebody else has signed in in this browser since this page was opened. */
  readonly isForeign: boolean;
  /** How many people this page has been of, one after the other, since it was opened. */
  readonly owners: number;
};

/** The page is told of what was sent, to show it as home's own and read it again. */
export type Sent = {
  readonly write: PendingWrite;
  readonly touched: readonly string[];
  /** False where another tab sent it. */
  readonly isFromHere: boolean;
};
type Message = { readonly kind: 'changed' } | ({ readonly kind: 'sent' } & Omit<Sent, 'isFromHere'>);

/** A write that neither this device nor home has. It is in memory, and goes on being sent while the page is open. */
export class NotKept extends Error {
  constructor() {
    super(
      'This browser cannot keep anything on this device. Leave this page open until home can be reached.',
    );
  }
}

let view: QueueView = { writes: [], phase: 'resting', isKeeping: true, isForeign: false, owners: 1 };
let kept: readonly PendingWrite[] = [];
let underway: readonly PendingWrite[] = [];
let provisionalPlace = FIRST_MEMORY_PLACE * 2;
const listeners = new Set<() => void>();
const sentListeners = new Set<(sent: Sent) => void>();
const changeListeners = new Set<(spaceId: string) => void>();
let disk: Promise<WriteStore | null> | null = null;

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bottega-queue');
channel?.addEventListener('message', (event: MessageEvent<Message>) => {
  if (event.data.kind === 'sent') tellSent({ ...event.data, isFromHere: false });
  void refresh();
});

const store = orderedStore({
  openDisk: () => {
    disk ??= deviceStore()
      .then(withJotted)
      .catch(() => {
        show({ isKeeping: false });
        return null;
      });
    return disk;
  },
  onKeeping: (isKeeping) => {
    if (view.isKeeping !== isKeeping) show({ isKeeping });
  },
});

/** Almost always nothing was left, so what takes it up is fetched only then. */
async function withJotted(opened: WriteStore): Promise<WriteStore> {
  if (jottedKeys().length > 0)
    await import('./take-up-jotted.ts').then(
      ({ takeUpJotted }) => takeUpJotted(opened),
      // Without its code it waits for the next start.
      () => {},
    );
  return opened;
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

/** Called with their space when another person's sign-in is met, before anything of theirs is shown. */
export function onSpaceChanged(listener: (spaceId: string) => void): () => void {
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

function tellOtherTabs(message: Message): void {
  channel?.postMessage(message);
}

export async function refresh(): Promise<void> {
  kept = await store.all().catch(() => kept);
  showWrites();
}

/**
 * Shows the writes at once and jots them down, so that they outlive this page; resolves when they are on this device's
 * disk, all or none. Rejects with NotKept where the disk takes nothing and home could not be reached either.
 */
export async function keep(writes: readonly Write[], notes: readonly Note[] = []): Promise<void> {
  const spaceId = currentSpace() ?? (await knownSpace());
  const strike = writes.length === 0 ? () => {} : jot(spaceId, writes, notes);
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
  const isOnDisk = await store.append(spaceId, writes, notes);
  // What only the page has, the page says by itself.
  strike();
  underway = underway.filter((write) => !shown.includes(write));
  await refresh();
  tellOtherTabs({ kind: 'changed' });
  const sending = sendNow();
  if (isOnDisk || writes.length === 0) return;
  await sending;
  const paths = new Set(writes.map((write) => write.path));
  if ((await store.all()).some((write) => isInPageOnly(write) && paths.has(write.path))) throw new NotKept();
}

/** It is in memory, or not yet on the disk: it ends with the page. */
export function isInPageOnly({ place }: Pick<PendingWrite, 'place'>): boolean {
  return place >= FIRST_MEMORY_PLACE;
}

export function readNote(key: string): Promise<unknown> {
  return store.readNote(key);
}

/** False where it lasts only as long as the page. */
export function keepNote(note: Note): Promise<boolean> {
  return store.append(currentSpace() ?? '', [], [note]);
}

/** Carries out what the person chose for a write that home keeps otherwise. */
export async function settle(place: number, choice: Choice): Promise<void> {
  const writes = await store.all();
  const write = writes.find((one) => one.place === place);
  if (write === undefined) return;
  const { settleConflict } = await import('./settle-conflict.ts');
  const { removed, put, append } = settleConflict(writes, write, choice, { newId, now: () => new Date() });
  await store.replace(removed, put);
  await keep(append);
}

/** Home refused it: try it once more, or let it go. */
export async function answerRefusal(place: number, answer: 'again' | 'discard'): Promise<void> {
  const write = (await store.all()).find((one) => one.place === place);
  if (write === undefined) return;
  if (answer === 'discard') await store.replace([place], []);
  else await store.replace([], [{ ...write, state: 'kept', problem: null }]);
  await keep([]);
}

const sender = createSender({ send: () => alone('bottega-send', sendOnce), onRest: rest });
/** One sender at a time, here and across tabs. */
export const sendNow = sender.sendNow;

function sendOnce(): Promise<SendOutcome> {
  return sendKept(store, home, {
    onSpace: (spaceId) => {
      meetSpace(spaceId);
      if (view.writes.length > 0) show({ phase: 'sending' });
    },
    onSent: (write, touched) => {
      tellSent({ write, touched, isFromHere: true });
      tellOtherTabs({ kind: 'sent', write, touched });
    },
    onSetAside: () => {
      void refresh();
      tellOtherTabs({ kind: 'changed' });
    },
  });
}

/** Home has said whose sign-in this is: from here on what is recorded is theirs, unless the page is somebody else's. */
export function meetSpace(spaceId: string): void {
  const found = confirmSpace(spaceId);
  if (found === 'changed') for (const listener of changeListeners) listener(spaceId);
  const isForeign = found === 'foreign';
  if (found === 'changed' || isForeign !== view.isForeign)
    show({ isForeign, owners: view.owners + (found === 'changed' ? 1 : 0) });
}

function tellSent(sent: Sent): void {
  kept = kept.filter((one) => one.place !== sent.write.place);
  for (const listener of sentListeners) listener(sent);
  showWrites();
}

function rest(outcome: SendOutcome): void {
  const isNobody = outcome === 'sign-in-needed';
  if (isNobody) loosenSpace();
  show({ phase: PHASE_AFTER[outcome], isForeign: view.isForeign && !isNobody });
}

/** Somebody has just signed in on this very page, and so knowingly: it becomes theirs before they can record anything. */
export function startAsSignedIn(spaceId: string): void {
  rest('sign-in-needed');
  meetSpace(spaceId);
  void sendNow();
}

let isWatching = false;

/** Begins with what was kept before, and goes on whenever the network or the person comes back. */
export function watchNetwork(): void {
  if (isWatching) return;
  isWatching = true;
  const comeBack = () => void sender.comeBack();
  window.addEventListener('online', comeBack);
  // Home may be on this very device, or on its own wires: whether it is away is seen by asking it.
  window.addEventListener('offline', () => void sendNow());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && comeBack());
  void refresh().then(comeBack);
  void keepWhatWasLeft().catch(() => {});
}

/** Almost always nothing, so what takes it up is fetched only then. */
async function keepWhatWasLeft(): Promise<void> {
  if ((await store.leftNotes()).length === 0) return;
  const { keepLeft } = await import('./keep-left.ts');
  if ((await keepLeft(store, location.pathname)) > 0) await keep([]);
}
