import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import { placeInPhoto } from './photo-place.ts';

/** A JPEG with one block of tags before its picture. */
function photo(tags: readonly number[], isLittle: boolean): Uint8Array {
  const two = (value: number) => (isLittle ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number) => (isLittle ? [...two(value), 0, 0] : [0, 0, ...two(value)]);
  const entries = tags.flatMap((tag) => [...two(tag), ...two(4), ...four(1), ...four(26)]);
  const tiff = [
    ...(isLittle ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...two(42),
    ...four(8),
    ...two(tags.length),
    ...entries,
  ];
  const block = [...Buffer.from('Exif\0\0'), ...tiff];
  const length = block.length + 2;
  return Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xe1, length >> 8, length & 255, ...block],
    ...[0xff, 0xda, 0, 2, 1, 2, 3],
  ]);
}

describe('where a photo was taken', () => {
  it.each([true, false])('is found in its tags, in either order of bytes (%s)', (isLittle) => {
    expect(placeInPhoto(photo([0x010f, 0x8825], isLittle))).toBe('told');
    expect(placeInPhoto(photo([0x010f, 0x0110], isLittle))).toBe('not-told');
    expect(placeInPhoto(photo([], isLittle))).toBe('not-told');
  });

  it('is not known of other formats, nor of what is cut off', () => {
    expect(placeInPhoto(mediaBytes('image/png').bytes)).toBe('unknown');
    expect(placeInPhoto(photo([0x8825], true).slice(0, 24))).toBe('unknown');
    expect(placeInPhoto(new Uint8Array())).toBe('unknown');
  });

  it('is looked for in anything without harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const one of [
          bytes,
          Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 40, 0x45, 0x78, 0x69, 0x66, ...bytes]),
        ])
          expect(['told', 'not-told', 'unknown']).toContain(placeInPhoto(one));
      }),
    );
  });
});
