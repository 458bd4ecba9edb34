import { strToU8, Zip, ZipDeflate } from 'fflate';

export type ZipEntry = { readonly name: string; readonly content: AsyncIterable<string> | Iterable<string> };

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
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = modifiedAt;
    zip.add(file);
    let text = '';
    for await (const part of content) {
      text += part;
      if (text.length < PIECE_CHARACTERS) continue;
      file.push(strToU8(text));
      text = '';
      yield* drain();
    }
    file.push(strToU8(text), true);
    yield* drain();
  }
  zip.end();
  yield* drain();
}
