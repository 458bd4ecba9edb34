/** A file that was chosen; only the slices that are asked for are read. */
export type ByteSource = Pick<Blob, 'size' | 'slice'>;

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** Far more than a manifest that names every recording, and little enough to unpack on a phone. */
const MOST_BYTES = 16 * 2 ** 20;

/** One part of a ZIP file as text; null where the file is none, or has no such part, or one that cannot be unpacked here. */
export async function readZipText(file: ByteSource, name: string): Promise<string | null> {
  const part = partIn(await directoryOf(file), name);
  if (part === null || part.size > MOST_BYTES || part.packedSize > MOST_BYTES) return null;
  const local = await viewOf(file, part.at, part.at + LOCAL_BYTES);
  if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
  const start = part.at + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = file.slice(start, start + part.packedSize);
  if (part.method === 0) return packed.text();
  if (part.method !== 8) return null;
  return inflated(packed).catch(() => null);
}

async function viewOf(file: ByteSource, start: number, end: number): Promise<DataView> {
  return new DataView(await file.slice(start, end).arrayBuffer());
}

async function directoryOf(file: ByteSource): Promise<DataView> {
  const start = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT);
  const tail = await viewOf(file, start, file.size);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END_SIGNATURE)
      return viewOf(file, tail.getUint32(at + 16, true), start + at);
  }
  return new DataView(new ArrayBuffer(0));
}

type Part = {
  readonly at: number;
  readonly method: number;
  readonly size: number;
  readonly packedSize: number;
};

function partIn(directory: DataView, name: string): Part | null {
  let at = 0;
  while (at + CENTRAL_BYTES <= directory.byteLength && directory.getUint32(at, true) === CENTRAL_SIGNATURE) {
    const length = directory.getUint16(at + 28, true);
    const after =
      at + CENTRAL_BYTES + length + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (after > directory.byteLength) return null;
    const called = new Uint8Array(directory.buffer, directory.byteOffset + at + CENTRAL_BYTES, length);
    if (new TextDecoder().decode(called) === name) {
      return {
        at: directory.getUint32(at + 42, true),
        method: directory.getUint16(at + 10, true),
        size: directory.getUint32(at + 24, true),
        packedSize: directory.getUint32(at + 20, true),
      };
    }
    at = after;
  }
  return null;
}

async function inflated(packed: Blob): Promise<string> {
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += decoder.decode(piece.value, { stream: true });
    // Its directory may lie about what it unpacks to.
    if (text.length > MOST_BYTES) throw new RangeError('more than a manifest has');
  }
  return text + decoder.decode();
}
