import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { ownSpace } from '../../platform/access.ts';
import type { ProblemCode } from '../../platform/contract.ts';
import { holdBody } from '../../platform/held-file.ts';
import { type AppEnv, json, refusals, signedIn } from '../../platform/http.ts';
import { refuseWithoutRoom } from '../../platform/media/refuse-without-room.ts';
import { Refusal } from '../../platform/problems.ts';
import { createTurns, inTurn, type TakeTurn } from '../../platform/turns.ts';
import { openArchive, sizeInWords } from './archive-file.ts';
import { type ArchiveLimits, ArchiveReport } from './contract.ts';
import type { ArchivePorts } from './ports.ts';
import { ZipFault } from './read-zip-file.ts';
import { takeArchive } from './take-archive-routes.ts';
import { withItsMedia } from './take-media-routes.ts';

/** Each holds the archive on the disk and one transaction. */
const ARCHIVES_AT_ONCE = 1;

const takeOnlyZip: MiddlewareHandler<AppEnv> = (c, next) => {
  if (!/^application\/zip\b/i.test(c.req.header('content-type') ?? '')) throw new Refusal('not-a-file');
  return next();
};

const postArchive = (takeTurn: TakeTurn) =>
  createRoute({
    operationId: 'postArchive',
    method: 'post',
    path: '/api/imports',
    summary: 'Take in an archive that Bottega exported: all of it, or nothing',
    description: 'What is here already, the same in every part, is not taken twice.',
    tags: ['server'],
    middleware: [signedIn, takeOnlyZip, inTurn(takeTurn)],
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

export function registerImportRoute(
  router: OpenAPIHono<AppEnv>,
  ports: ArchivePorts,
  limits: ArchiveLimits,
): void {
  router.openapi(postArchive(createTurns(ARCHIVES_AT_ONCE)), async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const tooLarge = new Refusal('too-large', {
      detail: `An archive may have ${sizeInWords(limits.fileBytes)}.`,
    });
    const announced = Number(c.req.header('content-length') ?? 0);
    if (announced > limits.fileBytes) throw tooLarge;
    // What it holds is unpacked there, and rows come of it.
    await refuseWithoutRoom(ports.folder, announced);
    const file = await holdBody(c.req.raw.body, limits.fileBytes, tooLarge);
    try {
      const report = await refusingUnreadable(async () => {
        const archive = openArchive(file, limits);
        return withItsMedia(ports, spaceId, archive, (trx) => takeArchive(ports, trx, spaceId, archive));
      });
      return c.json(report, 200);
    } finally {
      await file.close();
    }
  });
}

/** A record that refers to something that neither the archive nor the space has. */
const DANGLING: Partial<Readonly<Record<ProblemCode, string>>> = {
  'micromastery-not-found': 'a micromastery',
  'practice-not-found': 'a practice',
  'session-not-found': 'a session',
  'attempt-not-found': 'an attempt',
  'payoff-not-found': 'a payoff',
  'need-not-found': 'a need',
  'remark-not-found': 'a remark',
  'replaced-not-found': 'a record',
  'aim-not-found': 'an aim',
  'pause-not-found': 'a pause',
  'plan-not-found': 'an if-then plan',
  'evidence-not-found': 'a recording',
  'showing-not-found': 'a showing',
};

async function refusingUnreadable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZipFault) throw new Refusal('file-unreadable', { detail: error.message });
    const missing = error instanceof Refusal ? DANGLING[error.code] : undefined;
    if (missing !== undefined) {
      throw new Refusal('file-unreadable', {
        detail: `The archive is not whole: it refers to ${missing} that it does not hold.`,
      });
    }
    throw error;
  }
}
