import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hasher } from './sha256.ts';

const hashed = (...pieces: Uint8Array[]) => {
  const hasher = sha256Hasher();
  for (const piece of pieces) hasher.update(piece);
  return hasher.digest();
};
const text = (words: string) => new TextEncoder().encode(words);

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('of the published vectors: %.20s', (words, expected) => {
    expect(hashed(text(words))).toBe(expected);
  });

  it('is the same as that of others, however the bytes come', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (pieces) => {
        const whole = Buffer.concat(pieces);
        expect(hashed(...pieces)).toBe(createHash('sha256').update(whole).digest('hex'));
      }),
    );
  });
});
