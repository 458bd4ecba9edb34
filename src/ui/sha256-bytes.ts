import type { Digest } from '../engine/trial/assignment.ts';
import { sha256Hasher } from './evidence/sha256.ts';

/** SHA-256 of a text in UTF-8, at once and also where the page came without HTTPS: the browser's own does neither. */
export const sha256Bytes: Digest = (text) =>
  Uint8Array.from(sha256Hex(text).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export function sha256Hex(text: string): string {
  const hasher = sha256Hasher();
  hasher.update(new TextEncoder().encode(text));
  return hasher.digest();
}
