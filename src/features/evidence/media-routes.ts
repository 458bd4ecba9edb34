import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { Sha256 } from '../../platform/contract.ts';
import { type AppEnv, refusals } from '../../platform/http.ts';
import { answerFile } from '../../platform/media/answer-file.ts';
import { MEDIA_TYPES, type MediaType } from '../../platform/media/contract.ts';
import { findMedia } from '../../platform/media/keep-media.ts';
import { mediaPath } from '../../platform/media/media-folder.ts';
import { Refusal } from '../../platform/problems.ts';
import type { EvidencePorts } from './ports.ts';

const bytes = (description: string) => ({
  description,
  content: Object.fromEntries(
    MEDIA_TYPES.map((type) => [type, { schema: { type: 'string' as const, contentMediaType: type } }]),
  ),
});

const getMedia = createRoute({
  operationId: 'getMedia',
  method: 'get',
  path: '/api/media/{sha256}',
  summary: 'The bytes of a photo, a recording or a file of one’s own',
  description:
    'Of one’s own space only. A part is answered to a Range header, and nothing to a HEAD but what they are.',
  tags: ['evidence'],
  request: { params: z.object({ sha256: Sha256 }) },
  responses: {
    200: bytes('All of it.'),
    206: bytes('The part that was asked for.'),
    304: { description: 'What the browser has is still right.' },
    ...refusals('sign-in-needed', 'key-unknown', 'media-not-found', 'range-unsatisfiable'),
  },
});

const ENDINGS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/webm': 'weba',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

export function registerMediaRoute(router: OpenAPIHono<AppEnv>, ports: EvidencePorts): void {
  router.openapi(getMedia, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { sha256 } = c.req.valid('param');
    const media = await findMedia(ports, spaceId, sha256);
    if (media === undefined) throw new Refusal('media-not-found');
    const answer = answerFile(c.req.raw, {
      path: mediaPath(ports.folder, spaceId, sha256),
      bytes: media.bytes,
      contentType: media.contentType,
      name: `bottega-${sha256.slice(0, 12)}.${ENDINGS[media.contentType]}`,
      etag: `"${sha256}"`,
    });
    if (answer !== null) return answer;
    c.header('content-range', `bytes */${media.bytes}`);
    throw new Refusal('range-unsatisfiable');
  });
}
