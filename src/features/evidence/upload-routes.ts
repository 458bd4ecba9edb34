import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { MOST_BYTES, mostBytesOf } from '../../engine/evidence/kinds.ts';
import { ownSpace } from '../../platform/access.ts';
import { type AppEnv, json, refusals, signedIn } from '../../platform/http.ts';
import { PIECE_BYTES, PIECE_TOO_LARGE } from '../../platform/media/arriving.ts';
import { adoptMedia, findMedia } from '../../platform/media/keep-media.ts';
import { openUploads, readMetadata, UPLOAD_ID } from '../../platform/media/uploads.ts';
import { invalid, Refusal } from '../../platform/problems.ts';
import { AnnouncedUpload, UploadHere, UploadState } from './contract.ts';
import type { EvidencePorts } from './ports.ts';

const TUS = 'As tus 1.0.0 has it (https://tus.io/protocols/resumable-upload).';
const PIECE = 'application/offset+octet-stream';
const tusHeaders = z.object({ 'tus-resumable': z.string().optional().describe('1.0.0') });
const UploadParams = z.object({ id: z.string().regex(UPLOAD_ID, 'is not the id of an upload') });
const piece = {
  required: true,
  content: { [PIECE]: { schema: { type: 'string' as const, contentMediaType: PIECE } } },
};
const known = ['sign-in-needed', 'key-unknown', 'upload-not-found', 'upload-busy', 'tus-version'] as const;
const finishing = ['type-refused', 'upload-damaged', 'upload-offset'] as const;

/** Said before a byte is read: a longer piece would only be cut off. */
const takePieces: MiddlewareHandler<AppEnv> = (c, next) => {
  if (Number(c.req.header('content-length') ?? 0) > PIECE_BYTES) {
    throw new Refusal('too-large', { detail: PIECE_TOO_LARGE });
  }
  return next();
};
/**
 * Uploads are begun one after the other, so that each finds the room that the ones before have left; a body that comes
 * slowly would keep everybody waiting for theirs.
 */
const refusePieces: MiddlewareHandler<AppEnv> = (c, next) => {
  const hasBody = Number(c.req.header('content-length') ?? 0) > 0 || c.req.header('transfer-encoding');
  if (hasBody || c.req.header('content-type') === PIECE) {
    const message =
      'Begin the upload without a body, and send its pieces with PATCH to the address in Location.';
    throw new Refusal('invalid', { errors: [{ pointer: '', message }] });
  }
  return next();
};
const takeOnlyPieces: MiddlewareHandler<AppEnv> = (c, next) => {
  if (c.req.header('content-type') !== PIECE) throw new Refusal('not-a-file');
  return takePieces(c, next);
};

const postUpload = createRoute({
  operationId: 'postUpload',
  method: 'post',
  path: '/api/uploads',
  summary: 'Begin to upload a photo, a recording or a file',
  description: `${TUS} Upload-Metadata holds \`sha256\` (of all the bytes, in hexadecimal) and \`contentType\`; Upload-Length says how many they are. No piece comes with it. What was announced is held against what arrives. An upload of which no byte comes for seven days is given up.`,
  tags: ['evidence'],
  middleware: [signedIn, refusePieces],
  request: {
    headers: tusHeaders.extend({
      'upload-length': z.string().optional(),
      'upload-metadata': z.string().max(2_000).optional(),
    }),
  },
  responses: {
    200: json(UploadHere, 'The same content is here already: there is nothing to send.'),
    201: { description: 'Begun. Location names it.' },
    ...refusals(
      'sign-in-needed',
      'key-unknown',
      'tus-version',
      'upload-busy',
      'uploads-waiting',
      ...finishing,
    ),
  },
});

const patchUpload = createRoute({
  operationId: 'patchUpload',
  method: 'patch',
  path: '/api/uploads/{id}',
  summary: 'Send the next piece of an upload',
  description: `${TUS} With the last piece it is held against what was announced, and kept or refused; a piece may have ${PIECE_BYTES / 2 ** 20} MB.`,
  tags: ['evidence'],
  middleware: [signedIn, takeOnlyPieces],
  request: {
    params: UploadParams,
    headers: tusHeaders.extend({ 'upload-offset': z.string().optional() }),
    body: piece,
  },
  responses: {
    204: { description: 'Upload-Offset says how much has arrived; where that is all of it, it is kept.' },
    ...refusals(...known, ...finishing, 'not-a-file'),
  },
});

const getUpload = createRoute({
  operationId: 'getUpload',
  method: 'get',
  path: '/api/uploads/{id}',
  summary: 'How far an upload has come',
  description: `The headers say the same, which is all that HEAD answers. ${TUS}`,
  tags: ['evidence'],
  request: { params: UploadParams, headers: tusHeaders },
  responses: {
    200: json(UploadState, 'Go on from `offset`.'),
    ...refusals(...known, ...finishing),
  },
});

const deleteUpload = createRoute({
  operationId: 'deleteUpload',
  method: 'delete',
  path: '/api/uploads/{id}',
  summary: 'Give up an upload, with what has arrived of it',
  description: TUS,
  tags: ['evidence'],
  request: { params: UploadParams, headers: tusHeaders },
  responses: { 204: { description: 'Gone.' }, ...refusals(...known) },
});

export function registerUploadRoutes(router: OpenAPIHono<AppEnv>, ports: EvidencePorts): void {
  const uploads = openUploads(ports);
  router.openapi(postUpload, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    refuseOtherTus(c.req.header('tus-resumable'));
    const announced = announcedIn(c.req.header('upload-length'), c.req.header('upload-metadata'));
    const here = await findHere(ports, spaceId, announced);
    if (here !== undefined) return c.json(here, 200);
    return uploads.create(spaceId, c.req.raw, announced);
  });
  router.openapi(getUpload, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    if (c.req.raw.method === 'HEAD') refuseOtherTus(c.req.header('tus-resumable'));
    const { arrived, bytes, sha256, contentType } = await uploads.state(spaceId, c.req.valid('param').id);
    c.header('tus-resumable', '1.0.0');
    c.header('upload-offset', String(arrived));
    c.header('upload-length', String(bytes));
    return c.json(UploadState.parse({ offset: arrived, bytes, sha256, contentType }), 200);
  });
  for (const route of [patchUpload, deleteUpload] as const)
    router.openapi(route, (c) => uploads.answer(ownSpace(c.get('actor')), c.req.raw));
}

/** Before anything else of the protocol: another version may mean other things by the same words. */
function refuseOtherTus(version: string | undefined): void {
  if (version !== '1.0.0') throw new Refusal('tus-version');
}

function announcedIn(length: string | undefined, metadata: string | undefined): AnnouncedUpload {
  const bytes = /^\d{1,15}$/.test(length ?? '') ? Number(length) : undefined;
  const given = readMetadata(metadata);
  const announced = AnnouncedUpload.safeParse({ ...given, bytes });
  if (!announced.success) {
    const isOfType = announced.error.issues.every(({ path }) => path[0] === 'contentType');
    if (isOfType && given.contentType !== undefined) {
      throw new Refusal('type-refused', { detail: 'It was announced as something that is not kept here.' });
    }
    throw invalid(announced.error, 'header');
  }
  const most = mostBytesOf(announced.data.contentType);
  if (announced.data.bytes > most) {
    throw new Refusal('too-large', {
      detail: `A file of the type ${announced.data.contentType} may have ${most / 2 ** 20} MB${most === MOST_BYTES.video ? ', which is about ten minutes of video' : ''}.`,
    });
  }
  return announced.data;
}

/** What lies there without a row, since a server was killed at the wrong moment, is here as well from now on. */
async function findHere(
  ports: EvidencePorts,
  spaceId: string,
  { sha256, contentType }: AnnouncedUpload,
): Promise<UploadHere | undefined> {
  const known = await findMedia(ports, spaceId, sha256);
  if (known !== undefined || !(await adoptMedia(ports, spaceId, sha256, contentType))) return known;
  return findMedia(ports, spaceId, sha256);
}
