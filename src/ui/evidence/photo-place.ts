/*
 * Whether a photo says where it was taken. Cameras write it into a block of tags (Exif 2.32) near the beginning of a JPEG;
 * of other formats it is not looked for.
 */

const JPEG_START = 0xffd8;
const EXIF_MARKER = 0xffe1;
const IMAGE_MARKER = 0xffda;
const EXIF = 0x45786966;
const GPS_TAG = 0x8825;
const ENTRY_BYTES = 12;
/** The tags stand before the picture, in the first blocks of at most 64 KB each. */
export const TAGS_WITHIN_BYTES = 256 * 1024;

/** `unknown`: its format may say so in a way that is not looked for. */
export function placeInPhoto(head: Uint8Array): 'told' | 'not-told' | 'unknown' {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    if (view.getUint16(0) !== JPEG_START) return 'unknown';
    for (let at = 2; ; ) {
      const marker = view.getUint16(at);
      if (marker === IMAGE_MARKER || marker >> 8 !== 0xff) return 'not-told';
      if (marker === EXIF_MARKER && view.getUint32(at + 4) === EXIF && hasPlace(view, at + 10)) return 'told';
      at += 2 + view.getUint16(at + 2);
    }
  } catch (error) {
    // The tags reach beyond what was read, or the file is broken.
    if (error instanceof RangeError) return 'unknown';
    throw error;
  }
}

/** In the first list of tags of a TIFF structure that begins at `start`. */
function hasPlace(view: DataView, start: number): boolean {
  const isLittle = view.getUint16(start) === 0x4949;
  const list = start + view.getUint32(start + 4, isLittle);
  const count = view.getUint16(list, isLittle);
  for (let entry = 0; entry < count; entry++)
    if (view.getUint16(list + 2 + entry * ENTRY_BYTES, isLittle) === GPS_TAG) return true;
  return false;
}
