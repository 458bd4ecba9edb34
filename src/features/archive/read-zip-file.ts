import { Inflate } from 'fflate';

/** The file cannot be read as a ZIP file of ours: one sentence. */
export class ZipFault extends Error {}

/** A file, or bytes in memory: pieces of it are asked for, and one that reaches past its end is shorter. */
export type ZipSource = { readonly size: number; read(start: number, end: number): Uint8Array };

export const sourceOf = (bytes: Uint8Array): ZipSource => ({
  size: bytes.length,
  read: (start, end) => bytes.subarray(start, end),
});

export type ZipPart = {
  readonly name: string;
  readonly size: number;
  readonly compressedSize: number;
  readonly checksum: number;
  readonly isDeflated: boolean;
  /** Where its compressed bytes begin. */
  readonly start: number;
};

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** In the directory, with a name that is longer than any of ours. */
const LONGEST_ENTRY = 1_024;
/** Deflate cannot pack tighter than about a thousandfold, so one slice unpacks to some megabytes at most. */
const SLICE_BYTES = 8 * 1024;
const ENCRYPTED = 0x1;

const damaged = () => new ZipFault('The file is damaged or was cut off: it is not a whole ZIP file.');

/** What the file says it holds. Nothing is unpacked. */
export function readZipParts(source: ZipSource, partsAtMost: number): Map<string, ZipPart> {
  const { end, count, directory } = findEnd(source);
  if (count > partsAtMost || directory === 0xffffffff)
    throw new ZipFault('The file is larger than an archive of Bottega can be.');
  const longest = partsAtMost * LONGEST_ENTRY;
  if (directory > end || end - directory > longest) throw damaged();
  const bytes = source.read(directory, end);
  const view = viewOf(bytes);
  const parts = new Map<string, ZipPart>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const after =
      at + CENTRAL_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (after > bytes.length) throw damaged();
    const name = nameOf(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength));
    const part = readPart(source, view, at, name, directory);
    if (parts.has(name)) throw new ZipFault(`The file holds “${name}” twice.`);
    parts.set(name, part);
    at = after;
  }
  return parts;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function findEnd(source: ZipSource): { end: number; count: number; directory: number } {
  const start = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT);
  const view = viewOf(source.read(start, source.size));
  for (let at = view.byteLength - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    return {
      end: start + at,
      count: view.getUint16(at + 10, true),
      directory: view.getUint32(at + 16, true),
    };
  }
  throw damaged();
}

/** Nothing of an archive is ever written to a disk; a name that reaches out of it is still a sign of no good. */
function nameOf(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes);
  const isInside = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name);
  if (!isInside)
    throw new ZipFault(
      `The file holds a part with the name ${JSON.stringify(name.slice(0, 80))}, which no archive of Bottega has.`,
    );
  return name;
}

function readPart(source: ZipSource, view: DataView, at: number, name: string, directory: number): ZipPart {
  const method = view.getUint16(at + 10, true);
  const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  if (isEncrypted || (method !== 0 && method !== 8))
    throw new ZipFault(`“${name}” is packed in a way that Bottega does not use.`);
  const compressedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + LOCAL_BYTES > directory) throw damaged();
  const header = viewOf(source.read(local, local + LOCAL_BYTES));
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_SIGNATURE) throw damaged();
  const start = local + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + compressedSize > directory) throw damaged();
  const size = view.getUint32(at + 24, true);
  return {
    name,
    size,
    compressedSize,
    checksum: view.getUint32(at + 16, true),
    isDeflated: method === 8,
    start,
  };
}

/** The part's bytes as they unpack, never more than it said; size and checksum are held against it at the end. */
export function* unpack(source: ZipSource, part: ZipPart): Generator<Uint8Array> {
  const packedEnd = part.start + part.compressedSize;
  let size = 0;
  let checksum = 0xffffffff;
  const ready: Uint8Array[] = [];
  const inflate = part.isDeflated ? new Inflate((piece) => ready.push(piece)) : undefined;
  for (let at = part.start; at < packedEnd; at += SLICE_BYTES) {
    const slice = source.read(at, Math.min(at + SLICE_BYTES, packedEnd));
    if (inflate === undefined) ready.push(slice);
    else push(inflate, slice, at + SLICE_BYTES >= packedEnd);
    for (const piece of ready.splice(0)) {
      size += piece.length;
      if (size > part.size)
        throw new ZipFault(`“${part.name}” unpacks to more than it says. The file is damaged.`);
      checksum = addToChecksum(checksum, piece);
      yield piece;
    }
  }
  if (size !== part.size || (checksum ^ 0xffffffff) >>> 0 !== part.checksum) throw damaged();
}

function push(inflate: Inflate, slice: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(slice, isLast);
  } catch {
    throw damaged();
  }
}

/** CRC-32 of ISO 3309, as ZIP uses it: fflate checks none. */
const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function addToChecksum(checksum: number, bytes: Uint8Array): number {
  let value = checksum;
  for (const byte of bytes) value = (CHECKSUMS[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return value;
}
