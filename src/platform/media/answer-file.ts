import { createReadStream } from 'node:fs';
import { type ByteRange, byteRange } from './byte-range.ts';

export type ServedFile = {
  readonly path: string;
  readonly bytes: number;
  readonly contentType: string;
  /** Of ASCII letters, digits, dots and hyphens. */
  readonly name: string;
  /** Changes with the content. */
  readonly etag: string;
};

/**
 * A file as HTTP answers one: all of it, one part (RFC 9110, section 14), only its head, or that what the browser has is
 * still right. For nobody but who asked: no cache that others share keeps it, and a browser asks again before it shows
 * its own copy, which another person who signs in there is then refused. Null where the part lies beyond its end.
 */
export function answerFile(request: Request, file: ServedFile): Response | null {
  const headers = new Headers({
    etag: file.etag,
    'cache-control': 'private, no-cache, no-transform',
    'accept-ranges': 'bytes',
  });
  if (isUnchanged(request.headers.get('if-none-match'), file.etag))
    return new Response(null, { status: 304, headers });
  const asked = rangeAsked(request, file.etag);
  const range = asked === null ? null : byteRange(asked, file.bytes);
  if (range === 'unsatisfiable') return null;
  // A browser shows no PDF from within a sandbox, and nothing here is served without one.
  const disposition = file.contentType === 'application/pdf' ? 'attachment' : 'inline';
  headers.set('content-type', typeWithCharset(file.contentType));
  headers.set('content-disposition', `${disposition}; filename="${file.name}"`);
  headers.set('content-length', String(range === null ? file.bytes : range.end - range.start));
  if (range !== null) headers.set('content-range', `bytes ${range.start}-${range.end - 1}/${file.bytes}`);
  const status = range === null ? 200 : 206;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(bodyOf(file, range), { status, headers });
}

const typeWithCharset = (type: string) => (type === 'text/plain' ? 'text/plain; charset=utf-8' : type);

function isUnchanged(known: string | null, etag: string): boolean {
  return (known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** A part is asked for on condition that the rest, which the browser has, is of the same content. */
function rangeAsked({ headers }: Request, etag: string): string | null {
  const condition = headers.get('if-range');
  return condition === null || condition === etag ? headers.get('range') : null;
}

/** The file is opened when the first piece is asked for, and closed at its end or when the reader goes away. */
function bodyOf(file: ServedFile, range: ByteRange | null): ReadableStream<Uint8Array> {
  const pieces = piecesOf(file, range);
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* piecesOf({ path, bytes }: ServedFile, range: ByteRange | null): AsyncGenerator<Uint8Array> {
  const { start, end } = range ?? { start: 0, end: bytes };
  yield* createReadStream(path, { start, end: end - 1 });
}
