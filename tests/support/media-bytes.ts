import { createHash } from 'node:crypto';
import type { MediaType } from '../../src/platform/media/contract.ts';

export type MediaBytes = {
  readonly contentType: MediaType;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
};

/** As each kind of file begins. What follows is nothing that a player would play, and nobody here looks at it. */
const HEADS: Readonly<Record<MediaType, readonly (string | readonly number[])[]>> = {
  'image/jpeg': [[0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF\0'],
  'image/png': [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0, 0, 0, 13],
    'IHDR',
    [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 9],
    'IDAT',
  ],
  'image/webp': ['RIFF', [36, 0, 0, 0], 'WEBPVP8 '],
  'audio/webm': [[0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84], 'webm'],
  'video/webm': [[0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84], 'webm'],
  'audio/mp4': [[0, 0, 0, 0x18], 'ftypM4A ', [0, 0, 2, 0], 'M4A isom'],
  'video/mp4': [[0, 0, 0, 0x18], 'ftypisom', [0, 0, 2, 0], 'isomiso2'],
  'audio/ogg': [
    'OggS',
    [0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 9, 9, 9, 9, 1, 19],
    'OpusHead',
  ],
  'audio/mpeg': ['ID3', [3, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0]],
  'audio/wav': ['RIFF', [36, 0, 0, 0], 'WAVEfmt '],
  'application/pdf': ['%PDF-1.7\n'],
  'text/plain': ['Bring the long mat.\n'],
};

/** A file of that type with so many bytes; another for every `seed`. */
export function mediaBytes(contentType: MediaType, length = 4_000, seed = 1): MediaBytes {
  const head = Buffer.concat(HEADS[contentType].map((part) => Buffer.from(part as string)));
  const bytes = new Uint8Array(Math.max(length, head.length));
  const isText = contentType === 'text/plain';
  for (let at = 0, value = seed; at < bytes.length; at++) {
    value = (value * 1_103_515_245 + 12_345) % 2 ** 31;
    bytes[at] = isText ? 97 + (value % 26) : value >> 16;
  }
  bytes.set(head);
  return { contentType, bytes, sha256: sha256Of(bytes) };
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
