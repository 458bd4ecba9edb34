import { join } from 'node:path';
import { Refusal } from '../problems.ts';
import { createTurns } from '../turns.ts';
import { type Arriving, listArriving, PIECE_BYTES, readArriving, removeArriving } from './arriving.ts';
import { typeFault } from './content-type.ts';
import type { MediaType } from './contract.ts';
import { keepMedia, type MediaPorts } from './keep-media.ts';
import { makeFolder, uploadsOf } from './media-folder.ts';
import { readContent } from './read-content.ts';
import { refuseWithoutRoom } from './refuse-without-room.ts';
import type { TusServer } from './tus-server.ts';

/** Made by chance, and good within its own space only. */
export const UPLOAD_ID = /^[0-9a-f]{32}$/;
/** What one person may have under way, on all of their devices: as many as a week without a network leaves behind. */
const UPLOADS_AT_ONCE = 200;
const UNFINISHED_BYTES = 4 * 2 ** 30;

export type Announced = {
  readonly sha256: string;
  readonly contentType: MediaType;
  readonly bytes: number;
};

export type Uploads = {
  /** A new upload of what was announced; the answer names its address. */
  create(spaceId: string, request: Request, announced: Announced): Promise<Response>;
  /** PATCH and DELETE of one upload, in the words of tus 1.0.0. Throws a Refusal for every fault. */
  answer(spaceId: string, request: Request): Promise<Response>;
  /** How far it has come; what has arrived in full is kept first. */
  state(spaceId: string, id: string): Promise<Arriving>;
};

/** Resumable uploads (tus 1.0.0), each in the folder of its space, so that an id of another space names nothing. */
export function openUploads(ports: MediaPorts): Uploads {
  const { folder } = ports;
  let opened: Promise<TusServer> | undefined;
  const tus = () => {
    opened ??= import('./tus-server.ts').then(({ openTusServer }) =>
      openTusServer(folder, (spaceId, id) => finishUpload(ports, spaceId, id)),
    );
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };

  const takeTurn = createTurns(1);
  return {
    create: async (spaceId, request, announced) => {
      await makeFolder(uploadsOf(folder, spaceId));
      // In turn, or two at once would both find room.
      return takeTurn(async () => {
        await refuseTooMuch(ports, spaceId, announced);
        const { sha256, contentType } = announced;
        return (await tus()).ask(spaceId, request, { sha256, contentType });
      });
    },
    answer: async (spaceId, request) => {
      // Others may have taken what was there when it was begun.
      if (request.method === 'PATCH') await refuseWithoutRoom(folder, bytesOf(request));
      return (await tus()).ask(spaceId, request);
    },
    state: async (spaceId, id) => {
      // Whoever asks goes on from there: a connection that died, and still holds the upload, has to let go of it first.
      const url = new URL(`/api/uploads/${id}`, 'http://localhost');
      await (await tus()).ask(
        spaceId,
        new Request(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } }),
      );
      const arriving = await readArriving(folder, spaceId, id);
      if (arriving === null) throw new Refusal('upload-not-found');
      // Its server was killed between the last byte and the row; whoever hears that all is here believes that it is kept.
      if (arriving.arrived === arriving.bytes) await finishUpload(ports, spaceId, id);
      return arriving;
    },
  };
}

/**
 * All of it has arrived: it is kept if it is what was announced, and gone without a trace if it is not. Whoever comes
 * second finds nothing to do.
 */
export async function finishUpload(ports: MediaPorts, spaceId: string, id: string): Promise<void> {
  const { folder } = ports;
  const arriving = await readArriving(folder, spaceId, id);
  const path = join(uploadsOf(folder, spaceId), id);
  const content = arriving === null ? null : await readContent(path);
  if (arriving === null || content === null) return;
  const { sha256, bytes } = content;
  const refusal =
    sha256 === arriving.sha256 && bytes === arriving.bytes
      ? refuseType(await typeFault(content.head, content.isText, arriving.contentType))
      : new Refusal('upload-damaged');
  if (refusal !== null) {
    await removeArriving(folder, spaceId, id);
    throw refusal;
  }
  await keepMedia(ports, spaceId, path, { sha256, bytes, contentType: arriving.contentType });
  await removeArriving(folder, spaceId, id);
}

const refuseType = (detail: string | null) =>
  detail === null ? null : new Refusal('type-refused', { detail });

async function refuseTooMuch({ folder }: MediaPorts, spaceId: string, { bytes }: Announced): Promise<void> {
  const arriving = await listArriving(folder, spaceId);
  const waiting = arriving.reduce((sum, one) => sum + one.bytes, 0);
  if (arriving.length >= UPLOADS_AT_ONCE || waiting + bytes > UNFINISHED_BYTES)
    throw new Refusal('uploads-waiting');
  await refuseWithoutRoom(folder, bytes);
}

/** Of a piece; as large as one may be where that is not said. */
const bytesOf = ({ headers }: Request) => Number(headers.get('content-length') ?? PIECE_BYTES);

/** What Upload-Metadata says of the two things that we ask; what cannot be read is as good as not said. */
export function readMetadata(header: string | undefined): {
  readonly sha256: string | undefined;
  readonly contentType: string | undefined;
} {
  const pairs = (header ?? '').split(',').map((pair) => pair.trim().split(' '));
  const fieldOf = (name: string) => {
    const value = pairs.find(([key]) => key === name)?.[1];
    return value === undefined ? undefined : Buffer.from(value, 'base64').toString();
  };
  return { sha256: fieldOf('sha256'), contentType: fieldOf('contentType') };
}
