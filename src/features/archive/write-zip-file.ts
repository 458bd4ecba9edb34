import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Text is packed; bytes are stored as they are, since sound and pictures are packed already. */
export type ZipEntry =
  | { readonly name: string; readonly content: AsyncIterable<string> | Iterable<string> }
  | { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/** Text is gathered up to this size before it is compressed: small pieces compress badly. */
const PIECE_CHARACTERS = 64 * 1024;

/** A ZIP file, piece by piece: what comes out was compressed, what has not been asked for was not even read yet. */
export async function* writeZip(
  entries: AsyncIterable<ZipEntry>,
  modifiedAt: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error !== null) failure = error;
    else ready.push(new Uint8Array(piece));
  });
  function* drain() {
    if (failure !== undefined) throw failure;
    yield* ready.splice(0);
  }
  for await (const entry of entries) {
    const file = 'bytes' in entry ? new ZipPassThrough(entry.name) : new ZipDeflate(entry.name, { level: 6 });
    file.mtime = modifiedAt;
    zip.add(file);
    for await (const piece of 'bytes' in entry ? entry.bytes : gathered(entry.content)) {
      file.push(piece);
      yield* drain();
    }
    file.push(new Uint8Array(), true);
    yield* drain();
  }
  zip.end();
  yield* drain();
}

async function* gathered(content: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const part of content) {
    text += part;
    if (text.length < PIECE_CHARACTERS) continue;
    yield strToU8(text);
    text = '';
  }
  yield strToU8(text);
}
