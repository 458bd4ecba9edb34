import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { type AppEnv, refusals } from '../../platform/http.ts';
import { createTurns } from '../../platform/turns.ts';
import { dataName, MANIFEST_NAME } from './archive-file.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  ArchiveManifest,
  RECORD_NAMES,
  type RecordName,
} from './contract.ts';
import { attemptsCsvHeader, attemptsCsvLine, writePracticePage } from './page-file.ts';
import { readAttemptLines, readOwnDesigns, readSummaries } from './page-store.ts';
import type { ArchivePorts } from './port-routes.ts';
import { countRecords, openSnapshot, readRecords, type Snapshot } from './store.ts';
import { writeZip, type ZipEntry } from './write-zip-file.ts';

/** Each holds a connection for as long as its reader takes; the others stay free for everybody else. */
const EXPORTS_AT_ONCE = 4;
/** A phone that changes its network needs some seconds. */
const STALLED_MILLISECONDS = 60_000;

const getExport = createRoute({
  operationId: 'getExport',
  method: 'get',
  path: '/api/export',
  summary: 'Everything that is mine, as one archive: JSON to import again, Markdown and CSV to read',
  tags: ['server'],
  responses: {
    200: {
      description: 'A ZIP file, of one moment. Whole only if it ends as a ZIP file does.',
      content: {
        'application/zip': { schema: { type: 'string' as const, contentMediaType: 'application/zip' } },
      },
    },
    ...refusals('sign-in-needed', 'key-unknown'),
  },
});

export function registerExportRoute(router: OpenAPIHono<AppEnv>, ports: ArchivePorts): void {
  const takeTurn = createTurns(EXPORTS_AT_ONCE);
  router.openapi(getExport, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const now = ports.clock.now();
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="bottega-${now.toISOString().slice(0, 10)}.zip"`,
      'cache-control': 'no-store',
    };
    // Who asks for the head alone reads no body, and nothing would close the snapshot for a minute.
    if (c.req.method === 'HEAD') return new Response(null, { headers });
    // Opened before the answer begins, so that a database that is away is told as that.
    const snapshot = await openInTurn(takeTurn, () => openSnapshot(ports.store, spaceId));
    const body = streamOf(writeZip(archiveEntries(ports, snapshot, spaceId, now), now), snapshot);
    return new Response(body, { headers });
  });
}

/** The turn is over when the snapshot is closed. */
function openInTurn(
  takeTurn: ReturnType<typeof createTurns>,
  open: () => Promise<Snapshot>,
): Promise<Snapshot> {
  const over = Promise.withResolvers<void>();
  return new Promise((resolve, reject) => {
    takeTurn(async () => {
      const { trx, close } = await open();
      resolve({ trx, close: () => close().finally(over.resolve) });
      await over.promise;
    }).catch(reject);
  });
}

/**
 * As fast as its reader takes it. The snapshot is closed at the end, when the reader goes away, and when they take
 * nothing for a while: a transaction that stays open holds a connection and old rows.
 */
function streamOf(pieces: AsyncGenerator<Uint8Array>, snapshot: Snapshot): ReadableStream<Uint8Array> {
  let stalled: NodeJS.Timeout | undefined;
  const wait = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    stalled = setTimeout(() => {
      controller.error(new Error('the reader of an export took nothing for too long'));
      snapshot.close().catch(() => {});
    }, STALLED_MILLISECONDS).unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: wait,
      pull: async (controller) => {
        clearTimeout(stalled);
        try {
          const { done, value } = await pieces.next();
          if (done !== true) {
            controller.enqueue(value);
            wait(controller);
            return;
          }
          await snapshot.close();
          controller.close();
        } catch (error) {
          await snapshot.close().catch(() => {});
          controller.error(error);
        }
      },
      cancel: async () => {
        clearTimeout(stalled);
        await pieces.return(undefined);
        await snapshot.close();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* archiveEntries(
  ports: ArchivePorts,
  snapshot: Snapshot,
  spaceId: string,
  now: Date,
): AsyncGenerator<ZipEntry> {
  yield {
    name: MANIFEST_NAME,
    content: [`${JSON.stringify(await manifestOf(ports, snapshot, spaceId, now), null, 2)}\n`],
  };
  yield { name: 'README.md', content: [README] };
  for (const name of RECORD_NAMES)
    yield { name: dataName(name), content: recordLines(snapshot, spaceId, name) };
  yield* designFiles(ports, snapshot, spaceId);
  for await (const summary of readSummaries(snapshot, spaceId)) {
    const name = `practices/${summary.design.slug}-${summary.id}`;
    yield { name: `${name}.md`, content: [writePracticePage(summary)] };
    yield {
      name: `${name}.csv`,
      content: attemptLines(snapshot, spaceId, summary.id, summary.conditionNames),
    };
  }
}

async function manifestOf(
  { version }: ArchivePorts,
  { trx }: Snapshot,
  spaceId: string,
  now: Date,
): Promise<ArchiveManifest> {
  const counts: [RecordName, number][] = [];
  for (const name of RECORD_NAMES) counts.push([name, await countRecords(trx, spaceId, name)]);
  return ArchiveManifest.parse({
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    bottega: version,
    exportedAt: now.toISOString(),
    counts: Object.fromEntries(counts),
  });
}

async function* recordLines(snapshot: Snapshot, spaceId: string, name: RecordName): AsyncGenerator<string> {
  for await (const records of readRecords(snapshot, spaceId, name)) {
    yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
  }
}

/** The newest version of each micromastery of one’s own, as a library file; older ones are in data/. */
async function* designFiles(
  ports: ArchivePorts,
  snapshot: Snapshot,
  spaceId: string,
): AsyncGenerator<ZipEntry> {
  const named = new Map<string, number>();
  for await (const designs of readOwnDesigns(snapshot, spaceId)) {
    for (const design of designs) {
      const count = (named.get(design.slug) ?? 0) + 1;
      named.set(design.slug, count);
      // A later version may have taken the short name that another one has.
      const name = count === 1 ? design.slug : `${design.slug}--${count}`;
      yield { name: `micromasteries/${name}.md`, content: [ports.library.writeMicromasteryFile(design)] };
    }
  }
}

async function* attemptLines(
  snapshot: Snapshot,
  spaceId: string,
  practiceId: string,
  conditionNames: readonly string[],
): AsyncGenerator<string> {
  yield attemptsCsvHeader(conditionNames);
  for await (const lines of readAttemptLines(snapshot, spaceId, practiceId)) {
    yield lines.map((line) => attemptsCsvLine(line, conditionNames)).join('');
  }
}

const README = `# Everything of yours in Bottega

- \`practices/\`: a page to read, and every attempt as a table, for each practice.
- \`micromasteries/\`: those that you wrote, as library files.
- \`data/\`: all of it, exactly, one JSON object a line. \`bottega import archive FILE.zip\` takes it in again, on this
  server or on another one, and nothing twice.
`;
