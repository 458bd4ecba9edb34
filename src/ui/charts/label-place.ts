import { textWidth } from './text-width.ts';

/** A text on a drawing, by its anchor point. */
export type Label = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Turned by a quarter round its middle, which is then at x and y; it reads upwards. */
  readonly isUpright?: true;
};

export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const ASCENT = 11;
const DESCENT = 4;
/** Two labels closer than this read as one. */
const APART = 4;

/** Where the letters stand, at 13 pixels. */
export function labelBox({ text, x, y, anchor, isUpright }: Label): Box {
  const width = textWidth(text);
  if (isUpright) {
    const half = (ASCENT + DESCENT) / 2;
    return { left: x - half, right: x + half, top: y - width / 2, bottom: y + width / 2 };
  }
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width, top: y - ASCENT, bottom: y + DESCENT };
}

export type Obstacles = {
  /** Other words, and what must not be covered: a label that cannot stand clear of them is left out. */
  readonly hard: readonly Box[];
  /** Dots and lines: letters may lie over them where there is no better place. */
  readonly soft: readonly Box[];
};

/**
 * The first text that has a place inside the drawing clear of everything; of the last and shortest one, the place that
 * covers least. Null where there is none clear of other words.
 */
export function placeLabel(
  texts: readonly (readonly Label[])[],
  { hard, soft }: Obstacles,
  inside: Box,
): Label | null {
  for (const [turn, places] of texts.entries()) {
    const free = places
      .map((label) => ({ label, box: labelBox(label) }))
      .filter(({ box }) => isWithin(box, inside) && !hard.some((other) => overlap(apart(box), other)))
      .map(({ label, box }) => ({ label, covered: soft.filter((other) => overlap(box, other)).length }));
    const isLast = turn === texts.length - 1;
    const found = isLast
      ? free.toSorted((a, b) => a.covered - b.covered)[0]
      : free.find(({ covered }) => covered === 0);
    if (found !== undefined) return found.label;
  }
  return null;
}

function isWithin(box: Box, inside: Box): boolean {
  return (
    box.left >= inside.left &&
    box.right <= inside.right &&
    box.top >= inside.top &&
    box.bottom <= inside.bottom
  );
}

function apart({ left, right, top, bottom }: Box): Box {
  return { left: left - APART, right: right + APART, top, bottom };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
