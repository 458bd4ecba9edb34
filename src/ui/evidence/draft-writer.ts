import type { MediaType } from '../../engine/evidence/kinds.ts';
import type { EvidenceBody } from '../../features/evidence/contract.ts';
import { newId } from '../offline/device.ts';
import type { Write } from '../offline/pending-write.ts';
import { knownSpace } from '../offline/space.ts';
import { blobStore } from './blob-store.ts';
import type { Draft, KeptMedia, MediaAbout } from './kept-media.ts';
import { holdInHand } from './left-drafts.ts';
import { sha256Hasher } from './sha256.ts';
import { noteWaiting, refreshUploads, tell, tellOtherTabs } from './uploads.ts';

const PIECE_BYTES = 2 ** 20;

export type DraftWriter = {
  readonly draft: Draft;
  /** So far. */
  bytes(): number;
  /**
   * Resolves when it is on the disk. In the order in which they were asked for; rejects with NoRoomOnDevice. `seconds`: how
   * long what is recorded has become with it.
   */
  add(blob: Blob, seconds?: number): Promise<void>;
  /** Keeps it, and tells home of it when home can be reached. */
  finish(durationSeconds: number | null): Promise<KeptMedia>;
  drop(): Promise<void>;
  /** Neither kept nor dropped: it stays on the disk, and is offered again. */
  leave(): Promise<void>;
};

/** What is recorded or chosen goes to the disk piece by piece, so that a page that ends loses the last piece at most. */
export async function draftWriter(about: MediaAbout, contentType: MediaType): Promise<DraftWriter> {
  const store = blobStore();
  const spaceId = await knownSpace();
  const draft: Draft = { id: newId(), spaceId, about, contentType, startedAt: Date.now() };
  const letGo = holdInHand(draft.id);
  await store.begin(draft);
  const hasher = sha256Hasher();
  let [bytes, pieces] = [0, 0];
  let last: Promise<void> = Promise.resolve();

  async function write(blob: Blob, seconds: number | null): Promise<void> {
    for (let start = 0; start < blob.size; start += PIECE_BYTES) {
      const piece = await blob.slice(start, start + PIECE_BYTES).arrayBuffer();
      await store.addPiece({ spaceId, draftId: draft.id, index: pieces, bytes: piece, seconds });
      // Only what is on the disk is part of it.
      hasher.update(new Uint8Array(piece));
      pieces += 1;
      bytes += piece.byteLength;
    }
  }

  return {
    draft,
    bytes: () => bytes,
    add: (blob, seconds) => {
      last = last.then(() => write(blob, seconds ?? null));
      return last;
    },
    finish: async (durationSeconds) => {
      await last.catch(() => {});
      const media = await finishDraft(draft, { sha256: hasher.digest(), bytes, durationSeconds });
      letGo();
      return media;
    },
    drop: async () => {
      await last.catch(() => {});
      await store.dropDraft(draft.id);
      letGo();
    },
    leave: async () => {
      await last.catch(() => {});
      letGo();
      await refreshUploads();
    },
  };
}

/** A file that was chosen, whole. */
export async function keepFile(blob: Blob, contentType: MediaType, about: MediaAbout): Promise<KeptMedia> {
  const writer = await draftWriter(about, contentType);
  try {
    await writer.add(blob);
    return await writer.finish(null);
  } catch (error) {
    await writer.drop().catch(() => {});
    throw error;
  }
}

type Whole = Pick<KeptMedia, 'sha256' | 'bytes'> & { readonly durationSeconds: number | null };

async function finishDraft(draft: Draft, whole: Whole): Promise<KeptMedia> {
  const { sha256, bytes } = whole;
  const { spaceId, contentType } = draft;
  const media: KeptMedia = {
    spaceId,
    sha256,
    draftId: draft.id,
    contentType,
    bytes,
    keptAt: Date.now(),
    state: 'waiting',
    problem: null,
    uploadAddress: null,
    fact: factOf(draft, whole),
    isTold: false,
    isAtHand: draft.about.isAtHand,
  };
  await noteWaiting(spaceId, true);
  await blobStore().finish(media);
  await tell(media);
  tellOtherTabs();
  return media;
}

function factOf(
  { about, contentType, startedAt }: Draft,
  { sha256, bytes, durationSeconds }: Whole,
): Write | null {
  // What lies at hand is told by another fact, which names the hash alone.
  if (about.isAtHand) return null;
  const { practiceId, attemptId, sessionId, kind, name } = about;
  const body: EvidenceBody = {
    practiceId,
    attemptId,
    sessionId,
    kind,
    name,
    contentType,
    bytes,
    sha256,
    durationSeconds: durationSeconds === null ? null : Math.round(durationSeconds * 10) / 10,
    madeAt: new Date(startedAt).toISOString(),
  };
  return { path: `/api/evidence/${newId()}`, body };
}

export function readDraft({ id, contentType }: Draft): Promise<Blob> {
  return blobStore().read(id, contentType);
}

/** As far as it came. */
export async function keepLeft(draft: Draft): Promise<KeptMedia> {
  const blob = await readDraft(draft);
  const hasher = sha256Hasher();
  for (let start = 0; start < blob.size; start += PIECE_BYTES)
    hasher.update(new Uint8Array(await blob.slice(start, start + PIECE_BYTES).arrayBuffer()));
  const durationSeconds = await blobStore().secondsOf(draft.id);
  return finishDraft(draft, { sha256: hasher.digest(), bytes: blob.size, durationSeconds });
}

export async function dropLeft(draft: Draft): Promise<void> {
  await blobStore().dropDraft(draft.id);
  await refreshUploads();
  tellOtherTabs();
}
