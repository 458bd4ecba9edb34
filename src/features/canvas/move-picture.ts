import type { PictureDraft } from './draft.ts';

/** One step earlier or later; at either end it stays where it is. */
export function movePicture(
  pictures: readonly PictureDraft[],
  at: number,
  by: -1 | 1,
): readonly PictureDraft[] {
  const to = at + by;
  const [moved, other] = [pictures[at], pictures[to]];
  if (moved === undefined || other === undefined) return pictures;
  return pictures.map((picture, place) => (place === at ? other : place === to ? moved : picture));
}

/** To tell two steps with the same picture apart, wherever they are moved. */
export function keysOf(pictures: readonly PictureDraft[]): readonly string[] {
  const seen = new Map<string, number>();
  return pictures.map(({ media }) => {
    const before = seen.get(media) ?? 0;
    seen.set(media, before + 1);
    return `${media} ${before}`;
  });
}
