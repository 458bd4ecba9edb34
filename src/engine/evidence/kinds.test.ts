import { describe, expect, it } from 'vitest';
import { CONTENT_TYPES, EVIDENCE_KINDS, MEDIA_TYPES, MEGABYTE, mayBe, mostBytesOf } from './kinds.ts';

describe('what may be kept', () => {
  it('is nothing that a browser would run', () => {
    expect(MEDIA_TYPES.filter((type) => /html|xml|svg|script|json/.test(type))).toEqual([]);
  });

  it('belongs to a kind, each of it', () => {
    const types = EVIDENCE_KINDS.flatMap((kind): readonly string[] => CONTENT_TYPES[kind]);
    expect(new Set(types)).toEqual(new Set(MEDIA_TYPES));
  });

  it('is told by kind: a film is no photo', () => {
    expect([mayBe('photo', 'image/png'), mayBe('photo', 'video/mp4'), mayBe('file', 'text/html')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is as large as the largest kind of its type', () => {
    expect(mostBytesOf('image/jpeg')).toBe(50 * MEGABYTE);
    expect(mostBytesOf('audio/mpeg')).toBe(100 * MEGABYTE);
    expect(mostBytesOf('video/mp4')).toBe(500 * MEGABYTE);
  });
});
