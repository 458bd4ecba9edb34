import type { UploadHere, UploadState } from '../../features/evidence/contract.ts';
import { ApiRefusal, Unreachable } from '../api/api-client.ts';
import { SPACE_HEADER } from '../offline/space-header.ts';
import type { KeptMedia } from './kept-media.ts';

const KILOBYTE = 1024;
const FIRST_PIECE_BYTES = 256 * KILOBYTE;
const LEAST_PIECE_BYTES = 64 * KILOBYTE;
const MOST_PIECE_BYTES = 4 * KILOBYTE * KILOBYTE;
/** A piece that takes as long is cut smaller the next time, and one that takes half as long grows. */
const PIECE_MILLISECONDS = 8_000;
/** On a line that takes longer even for the smallest, nothing would ever arrive. */
const PATIENCE_MILLISECONDS = 120_000;
/** One that goes on, one that begins anew, one more, and one that asks whether it is there. */
const MOST_TRIES = 4;

const TUS = { 'tus-resumable': '1.0.0' };
const ADDRESS = /^\/api\/uploads\/[0-9a-f]{32}$/;

export type Sending = {
  /** As `callApi`: throws ApiRefusal or Unreachable, and nothing else. */
  call(path: string, init: RequestInit, patienceMilliseconds: number): Promise<Response>;
  now(): number;
  /** Where the upload goes on, to be kept before a byte of it is sent; null where it has to begin anew. */
  onAddress(address: string | null): Promise<void>;
  onProgress(sentBytes: number): void;
};

/**
 * Sends the bytes of one recording to home, from where it was left, in pieces that suit the line (tus 1.0.0). Resolves
 * once home has said, in its own words, that it keeps them. Sent for the person whose they are, and refused under
 * anybody else's sign-in.
 */
export async function sendBytes(media: KeptMedia, blob: Blob, sending: Sending): Promise<void> {
  let address = media.uploadAddress;
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    address ??= await begin(media, sending);
    if (address === null) return;
    try {
      await sendPieces(address, media, blob, sending);
    } catch (error) {
      if (!isGone(error) || tries === MOST_TRIES) throw error;
    }
    // Asked anew, home says that all of it is here, or gives the place where it is to begin once more.
    address = null;
    await sending.onAddress(null);
  }
  throw new Unreachable('Home does not keep what it is sent.');
}

/** Null where home has these bytes already. */
async function begin(media: KeptMedia, { call, onAddress }: Sending): Promise<string | null> {
  const metadata = `sha256 ${btoa(media.sha256)},contentType ${btoa(media.contentType)}`;
  const headers = {
    ...TUS,
    [SPACE_HEADER]: media.spaceId,
    'upload-length': String(media.bytes),
    'upload-metadata': metadata,
  };
  const answer = await call('/api/uploads', { method: 'POST', headers }, PATIENCE_MILLISECONDS);
  if (answer.status === 200) {
    const here: Partial<UploadHere> | null = await answer.json().catch(() => null);
    if (here?.sha256 !== media.sha256) throw new Unreachable('Could not reach home.');
    return null;
  }
  const address = answer.headers.get('location') ?? '';
  // Whoever else answers here (a captive portal, a proxy) knows nothing of an upload.
  if (answer.status !== 201 || !ADDRESS.test(address)) throw new Unreachable('Could not reach home.');
  await onAddress(address);
  return address;
}

async function sendPieces(address: string, media: KeptMedia, blob: Blob, sending: Sending): Promise<void> {
  let offset = await askOffset(address, media, sending);
  let pieceBytes = FIRST_PIECE_BYTES;
  while (offset < media.bytes) {
    sending.onProgress(offset);
    const piece = blob.slice(offset, offset + pieceBytes);
    const begun = sending.now();
    offset = await sendPiece(address, media, piece, offset, sending);
    const took = sending.now() - begun;
    if (took > PIECE_MILLISECONDS) pieceBytes = Math.max(LEAST_PIECE_BYTES, pieceBytes / 2);
    if (took < PIECE_MILLISECONDS / 2) pieceBytes = Math.min(MOST_PIECE_BYTES, pieceBytes * 2);
  }
  sending.onProgress(offset);
}

async function askOffset(address: string, media: KeptMedia, { call }: Sending): Promise<number> {
  const init = { headers: { [SPACE_HEADER]: media.spaceId }, cache: 'no-store' } as const;
  const answer = await call(address, init, PATIENCE_MILLISECONDS);
  const state: Partial<UploadState> | null = await answer.json().catch(() => null);
  if (state?.sha256 !== media.sha256 || typeof state.offset !== 'number')
    throw new Unreachable('Could not reach home.');
  return state.offset;
}

async function sendPiece(
  address: string,
  media: KeptMedia,
  piece: Blob,
  offset: number,
  sending: Sending,
): Promise<number> {
  const headers = {
    ...TUS,
    [SPACE_HEADER]: media.spaceId,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  };
  try {
    const answer = await sending.call(
      address,
      { method: 'PATCH', headers, body: piece },
      PATIENCE_MILLISECONDS,
    );
    const arrived = Number(answer.headers.get('upload-offset') ?? Number.NaN);
    if (!(arrived > offset && arrived <= media.bytes)) throw new Unreachable('Could not reach home.');
    return arrived;
  } catch (error) {
    // An answer was lost on the way: home has more than this device heard of.
    if (error instanceof ApiRefusal && error.code === 'upload-offset')
      return askOffset(address, media, sending);
    throw error;
  }
}

/** Given up meanwhile, kept meanwhile, or spoilt on the way: to be begun anew. */
function isGone(error: unknown): boolean {
  return (
    error instanceof ApiRefusal && (error.code === 'upload-not-found' || error.code === 'upload-damaged')
  );
}
