import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { HEAD_BYTES } from './content-type.ts';

/** What a file holds, read once from its beginning to its end. */
export type Content = {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Uint8Array;
  /** UTF-8 throughout, without control characters but tabs and ends of lines. */
  readonly isText: boolean;
};

export type ContentReader = { take(piece: Uint8Array): void; end(): Content };

export function contentReader(): ContentReader {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const heads: Uint8Array[] = [];
  let [bytes, isText] = [0, true];
  const read = (piece: Uint8Array | undefined) => {
    if (!isText) return;
    try {
      const text = piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
      isText = !CONTROL.test(text);
    } catch {
      isText = false;
    }
  };
  return {
    take: (piece) => {
      hash.update(piece);
      // Copied: whoever reads may use the same memory for the next piece.
      if (bytes < HEAD_BYTES) heads.push(piece.slice(0, HEAD_BYTES - bytes));
      bytes += piece.length;
      read(piece);
    },
    end: () => {
      read(undefined);
      return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(heads), isText };
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Null where there is no such file. */
export async function readContent(path: string): Promise<Content | null> {
  const reader = contentReader();
  try {
    for await (const piece of createReadStream(path)) reader.take(piece);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return reader.end();
}
