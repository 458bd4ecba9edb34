import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ownSpace } from '../../platform/access.ts';
import type { ProblemCode } from '../../platform/contract.ts';
import { type AppEnv, json, refusals, signedIn } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import { createTurns } from '../../platform/turns.ts';
import { openArchive } from './archive-file.ts';
import { ARCHIVE_BYTES, ArchiveReport } from './contract.ts';
import type { ArchivePorts } from './port-routes.ts';
import { ZipFault } from './read-zip-file.ts';
import { takeArchive } from './take-archive-routes.ts';

/** Each holds the archive in memory and one transaction. */
const ARCHIVES_AT_ONCE = 1;
const TOO_LARGE = 'An archive may have 128 MB.';

const limitBody = bodyLimit({
  maxSize: ARCHIVE_BYTES,
  onError: () => {
    throw new Refusal('too-large', { detail: TOO_LARGE });
  },
});

const takeZip: MiddlewareHandler<AppEnv> = async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/zip\b/i.test(type)) throw new Refusal('not-a-file');
  return limitBody(c, next);
};

const postArchive = createRoute({
  operationId: 'postArchive',
  method: 'post',
  path: '/api/imports',
  summary: 'Take in an archive that Bottega exported: all of it, or nothing',
  description: 'What is here already, the same in every part, is not taken twice.',
  tags: ['server'],
  middleware: [signedIn, takeZip],
  request: {
    body: {
      required: true,
      content: {
        'application/zip': { schema: { type: 'string' as const, contentMediaType: 'application/zip' } },
      },
    },
  },
  responses: {
    200: json(ArchiveReport, 'Taken: as many of each as the archive holds are here now.'),
    ...refusals('sign-in-needed', 'key-unknown', 'not-a-file', 'file-unreadable', 'id-taken'),
  },
});

export function registerImportRoute(router: OpenAPIHono<AppEnv>, ports: ArchivePorts): void {
  const takeTurn = createTurns(ARCHIVES_AT_ONCE);
  router.openapi(postArchive, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const report = await takeTurn(() =>
      inWords(() =>
        ports.store.inSpace(spaceId, (trx) => takeArchive(ports, trx, spaceId, openArchive(bytes))),
      ),
    );
    return c.json(report, 200);
  });
}

/** A record that refers to something that neither the archive nor the space has. */
const DANGLING: ReadonlySet<ProblemCode> = new Set([
  'micromastery-not-found',
  'practice-not-found',
  'session-not-found',
  'attempt-not-found',
  'payoff-not-found',
  'need-not-found',
  'remark-not-found',
]);

async function inWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZipFault) throw new Refusal('file-unreadable', { detail: error.message });
    if (error instanceof Refusal && DANGLING.has(error.code)) {
      const missing = error.code.replace(/-not-found$/, '');
      throw new Refusal('file-unreadable', {
        detail: `The archive is not whole: it refers to a ${missing} that it does not hold.`,
      });
    }
    throw error;
  }
}
