import { type Draft, type KeptMedia, NoRoomOnDevice } from './kept-media.ts';

/*
 * A database of its own beside the queue's: bytes may fill the disk, and the queue must be able to go on. Pieces are
 * kept as plain bytes, since Safari has lost files that were kept as such.
 */

const NAME = 'bottega-media';
const VERSION = 1;
const MEDIA = 'media';
const DRAFTS = 'drafts';
const PIECES = 'pieces';

type Piece = {
  readonly spaceId: string;
  readonly draftId: string;
  readonly index: number;
  readonly bytes: ArrayBuffer;
  /** How long what is recorded has become with it; null of a file. */
  readonly seconds: number | null;
};

export type BlobStore = {
  begin(draft: Draft): Promise<void>;
  addPiece(piece: Piece): Promise<void>;
  /** The draft is whole: from here on it is `media`. The same content again keeps what is there, and lets the draft go. */
  finish(media: KeptMedia): Promise<void>;
  dropDraft(draftId: string): Promise<void>;
  /** As far as its pieces are on the disk; null of a file, and where there are none. */
  secondsOf(draftId: string): Promise<number | null>;
  drafts(): Promise<readonly Draft[]>;
  all(): Promise<readonly KeptMedia[]>;
  find(spaceId: string, sha256: string): Promise<KeptMedia | undefined>;
  /** Undefined where it is gone meanwhile. */
  change(media: KeptMedia, change: Partial<KeptMedia>): Promise<KeptMedia | undefined>;
  drop(media: KeptMedia): Promise<void>;
  /** All pieces of a draft in their order; the browser holds them, and not the memory of the page. */
  read(draftId: string, contentType: string): Promise<Blob>;
};

/** Rejects with NoRoomOnDevice where the browser forbids it or there is no room. */
export function blobStore(): BlobStore {
  return {
    begin: (draft) => change([DRAFTS], (stores) => stores(DRAFTS).put(draft)),
    addPiece: (piece) => change([PIECES], (stores) => stores(PIECES).put(piece)),
    finish: (media) =>
      change([DRAFTS, MEDIA, PIECES], (stores) => {
        stores(DRAFTS).delete(media.draftId);
        const known = stores(MEDIA).get([media.spaceId, media.sha256]);
        known.onsuccess = () => {
          const before: KeptMedia | undefined = known.result;
          if (before !== undefined) stores(PIECES).delete(piecesOf(media.draftId));
          stores(MEDIA).put(before === undefined ? media : sameAgain(before, media));
        };
      }),
    dropDraft: (draftId) =>
      change([DRAFTS, PIECES], (stores) => {
        stores(DRAFTS).delete(draftId);
        stores(PIECES).delete(piecesOf(draftId));
      }),
    secondsOf: async (draftId) => {
      const last = await read([PIECES], (stores) => stores(PIECES).openCursor(piecesOf(draftId), 'prev'));
      const piece: Piece | undefined = last?.value;
      return piece?.seconds ?? null;
    },
    drafts: () => read([DRAFTS], (stores): IDBRequest<Draft[]> => stores(DRAFTS).getAll()),
    all: () => read([MEDIA], (stores): IDBRequest<KeptMedia[]> => stores(MEDIA).getAll()),
    find: (spaceId, sha256) =>
      read([MEDIA], (stores): IDBRequest<KeptMedia | undefined> => stores(MEDIA).get([spaceId, sha256])),
    change: async ({ spaceId, sha256 }, changed) => {
      let after: KeptMedia | undefined;
      await change([MEDIA], (stores) => {
        const found: IDBRequest<KeptMedia | undefined> = stores(MEDIA).get([spaceId, sha256]);
        found.onsuccess = () => {
          if (found.result === undefined) return;
          after = { ...found.result, ...changed };
          stores(MEDIA).put(after);
        };
      });
      return after;
    },
    drop: ({ spaceId, sha256, draftId }) =>
      change([MEDIA, PIECES], (stores) => {
        stores(MEDIA).delete([spaceId, sha256]);
        stores(PIECES).delete(piecesOf(draftId));
      }),
    read: readPieces,
  };
}

/** Its bytes lie here already; told anew, by another fact, they have to be at home for that one as well. */
function sameAgain(before: KeptMedia, media: KeptMedia): KeptMedia {
  const { draftId, uploadAddress } = before;
  const isAtHand = before.isAtHand || media.isAtHand;
  // At hand it is told of by another fact, which takes nothing from what is still to be told of it.
  const { fact, isTold } = media.fact === null ? before : media;
  return { ...media, draftId, uploadAddress, isAtHand, fact, isTold };
}

const piecesOf = (draftId: string) => IDBKeyRange.bound([draftId, 0], [draftId, Number.MAX_SAFE_INTEGER]);

/** One at a time, so that only one lies in the memory of the page. */
async function readPieces(draftId: string, contentType: string): Promise<Blob> {
  const parts: Blob[] = [];
  const transaction = await begin([PIECES], 'readonly');
  await new Promise<void>((resolve, reject) => {
    const walk = transaction.objectStore(PIECES).openCursor(piecesOf(draftId));
    walk.onsuccess = () => {
      const cursor = walk.result;
      if (cursor === null) return resolve();
      const piece: Piece = cursor.value;
      parts.push(new Blob([piece.bytes]));
      cursor.continue();
    };
    walk.onerror = () => reject(walk.error);
  });
  return new Blob(parts, { type: contentType });
}

type Stores = (name: string) => IDBObjectStore;

async function change(names: readonly string[], work: (stores: Stores) => unknown): Promise<void> {
  const transaction = await begin(names, 'readwrite');
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(noRoom(transaction.error));
    work((name) => transaction.objectStore(name));
  });
}

async function read<T>(names: readonly string[], work: (stores: Stores) => IDBRequest<T>): Promise<T> {
  const transaction = await begin(names, 'readonly');
  return new Promise((resolve, reject) => {
    const request = work((name) => transaction.objectStore(name));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let opened: Promise<IDBDatabase> | null = null;

/** The system closes the connection of a page in the background: then it is opened anew. */
async function begin(names: readonly string[], mode: IDBTransactionMode): Promise<IDBTransaction> {
  try {
    return (await database()).transaction([...names], mode, { durability: 'strict' });
  } catch {
    opened = null;
    return (await database()).transaction([...names], mode, { durability: 'strict' });
  }
}

function database(): Promise<IDBDatabase> {
  opened ??= open();
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') return reject(noRoom(null));
    const opening = indexedDB.open(NAME, VERSION);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(MEDIA, { keyPath: ['spaceId', 'sha256'] });
      opening.result.createObjectStore(DRAFTS, { keyPath: 'id' });
      opening.result.createObjectStore(PIECES, { keyPath: ['draftId', 'index'] });
    };
    opening.onsuccess = () => {
      const found = opening.result;
      const forget = () => {
        opened = null;
      };
      found.onclose = forget;
      // A newer version of the app, in another tab, changes the database: it need not wait for this one.
      found.onversionchange = () => {
        found.close();
        forget();
      };
      resolve(found);
    };
    opening.onerror = () => reject(noRoom(opening.error));
    opening.onblocked = () =>
      reject(new NoRoomOnDevice('Another tab holds an older Bottega. Close it, and try again.'));
  });
}

function noRoom(error: DOMException | null): NoRoomOnDevice {
  return new NoRoomOnDevice(
    error?.name === 'QuotaExceededError'
      ? 'There is no room left on this device. Free some, and try again: what was kept before is safe.'
      : 'This browser keeps nothing on this device, as private windows do. Use an ordinary window to record.',
  );
}
