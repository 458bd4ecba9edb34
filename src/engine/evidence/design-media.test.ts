import { describe, expect, it } from 'vitest';
import { mediaOfFormats, nameOfUploaded, sha256OfName } from './design-media.ts';

const sha256 = 'ab'.repeat(32);

describe('what a design names', () => {
  it('is an upload by its content, or a file of the library by its name', () => {
    expect(sha256OfName(nameOfUploaded(sha256))).toBe(sha256);
    expect(sha256OfName('bowline-1.svg')).toBeNull();
  });

  it('is told once each, in the order in which it is shown', () => {
    const formats = {
      checklist: ['Roll'],
      pictures: [{ media: 'bowline-1.svg' }, { media: nameOfUploaded(sha256) }, { media: 'bowline-1.svg' }],
      audio: { media: 'bowline.mp3' },
      video: { media: nameOfUploaded(sha256) },
    };
    expect(mediaOfFormats(formats)).toEqual(['bowline-1.svg', nameOfUploaded(sha256), 'bowline.mp3']);
    expect(mediaOfFormats({})).toEqual([]);
    expect(mediaOfFormats(undefined)).toEqual([]);
  });
});
