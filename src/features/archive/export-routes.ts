import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { type AppEnv, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import { createTurns, type TakeTurn } from '../../platform/turns.ts';
import { dataName, mediaName, sizeInWords } from './archive-file.ts';
import { type ArchiveLimits, ArchiveManifest, RECORD_NAMES, type RecordName } from './contract.ts';
import { chooseMedia, readMediaFile } from './export-media-routes.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, MANIFEST_NAME } from './format-contract.ts';
import { attemptsCsvHeader, attemptsCsvLine, writePracticePage } from './page-file.ts';
import { readAttemptLines, readOwnDesigns, readSummaries } from './page-store.ts';
import type { ArchivePorts } from './ports.ts';
import { writeReadme } from './readme-file.ts';
import { measureRecords, openSnapshot, readRecords, type Snapshot } from './store.ts';
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

export function registerExportRoute(
  router: OpenAPIHono<AppEnv>,
  ports: ArchivePorts,
  limits: ArchiveLimits,
): void {
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
    // Opened before the answer begins, so that a database that is away, or too much of everything, is told as that.
    const snapshot = await openInTurn(takeTurn, () => openSnapshot(ports.store, spaceId));
    const manifest = await manifestOf(ports, snapshot, spaceId, now, limits).catch(async (error) => {
      await snapshot.close();
      throw error;
    });
    const mediaBytes = manifest.media.held.reduce((sum, { bytes }) => sum + bytes, 0);
    const writing: Writing = { ports, snapshot, spaceId, limits, mediaBytes, bytes: 0 };
    return new Response(streamOf(write(writing, manifest, now), snapshot), { headers });
  });
}

type Writing = {
  readonly ports: ArchivePorts;
  readonly snapshot: Snapshot;
  readonly spaceId: string;
  readonly limits: ArchiveLimits;
  /** Of photos, recordings and files. They come before what is there to read. */
  readonly mediaBytes: number;
  /** Of the file, so far. */
  bytes: number;
};

async function* write(
  writing: Writing,
  manifest: ArchiveManifest,
  now: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of writeZip(archiveEntries(writing, manifest), now)) {
    writing.bytes += piece.length;
    if (writing.bytes > writing.limits.fileBytes)
      throw new Error('an export grew larger than its import takes');
    yield piece;
  }
}

/** The turn is over when the snapshot is closed. */
function openInTurn(takeTurn: TakeTurn, open: () => Promise<Snapshot>): Promise<Snapshot> {
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

async function* archiveEntries(writing: Writing, manifest: ArchiveManifest): AsyncGenerator<ZipEntry> {
  const { snapshot, spaceId } = writing;
  yield { name: MANIFEST_NAME, content: [`${JSON.stringify(manifest, null, 2)}\n`] };
  for (const name of RECORD_NAMES)
    yield { name: dataName(name), content: recordLines(snapshot, spaceId, name) };
  for (const { sha256 } of manifest.media.held)
    yield { name: mediaName(sha256), bytes: readMediaFile(writing.ports, spaceId, sha256) };
  const designs = yield* designFiles(writing);
  const practices = yield* practiceFiles(writing);
  const leftOut = {
    practices: manifest.counts.practices - practices.written,
    micromasteries: designs.leftOut,
    media: manifest.media.leftOut,
  };
  yield { name: 'README.md', content: [writeReadme(leftOut)] };
}

/**
 * What is there to read repeats what lies in data/, so that together it packs to no more than that does: up to half of
 * what recordings leave of the file there is room for the next.
 */
const hasRoom = ({ bytes, mediaBytes, limits }: Writing) =>
  bytes - mediaBytes <= (limits.fileBytes - mediaBytes) / 2;

async function* practiceFiles(writing: Writing): AsyncGenerator<ZipEntry, { written: number }> {
  const { snapshot, spaceId, limits } = writing;
  let written = 0;
  for await (const summary of readSummaries(snapshot, spaceId, limits.pages)) {
    if (!hasRoom(writing)) break;
    written += 1;
    const name = `practices/${summary.design.slug}-${summary.id}`;
    yield { name: `${name}.md`, content: [writePracticePage(summary)] };
    yield {
      name: `${name}.csv`,
      content: attemptLines(snapshot, spaceId, summary.id, summary.conditionNames),
    };
  }
  return { written };
}

async function manifestOf(
  ports: ArchivePorts,
  snapshot: Snapshot,
  spaceId: string,
  now: Date,
  limits: ArchiveLimits,
): Promise<ArchiveManifest> {
  const { dataBytes } = limits;
  const counts: [RecordName, number][] = [];
  let total = 0;
  for (const name of RECORD_NAMES) {
    const { count, bytes } = await measureRecords(snapshot.trx, spaceId, name);
    counts.push([name, count]);
    total += bytes;
  }
  if (total > dataBytes) {
    throw new Refusal('too-large', {
      detail: `An archive may hold ${sizeInWords(dataBytes)}, so that it can be imported, and you have more. Ask whoever runs this server for a backup (“bottega backup”), which holds everything.`,
    });
  }
  return ArchiveManifest.parse({
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    bottega: ports.version,
    exportedAt: now.toISOString(),
    counts: Object.fromEntries(counts),
    media: await chooseMedia(ports, snapshot, spaceId, { limits, dataBytes: total, counts }),
  });
}

async function* recordLines(snapshot: Snapshot, spaceId: string, name: RecordName): AsyncGenerator<string> {
  for await (const records of readRecords(snapshot, spaceId, name)) {
    yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
  }
}

/** The newest version of each micromastery of one’s own, as a library file; older ones are in data/. */
async function* designFiles(writing: Writing): AsyncGenerator<ZipEntry, { leftOut: number }> {
  const { ports, snapshot, spaceId, limits } = writing;
  const named = new Map<string, number>();
  let [written, leftOut] = [0, 0];
  for await (const designs of readOwnDesigns(snapshot, spaceId)) {
    for (const design of designs) {
      if (written >= limits.pages || !hasRoom(writing)) {
        leftOut += 1;
        continue;
      }
      written += 1;
      const count = (named.get(design.slug) ?? 0) + 1;
      named.set(design.slug, count);
      // A later version may have taken the short name that another one has.
      const name = count === 1 ? design.slug : `${design.slug}--${count}`;
      yield { name: `micromasteries/${name}.md`, content: [ports.library.writeMicromasteryFile(design)] };
    }
  }
  return { leftOut };
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
