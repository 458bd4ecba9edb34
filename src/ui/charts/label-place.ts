/** A text on a drawing, by its anchor point. */
export type Label = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const LETTER_WIDTH = 6.6;
const LINE_HEIGHT = 14;

/** About where the letters stand, at 13 pixels. */
export function labelBox({ text, x, y, anchor }: Label): Box {
  const width = text.length * LETTER_WIDTH;
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width, top: y - LINE_HEIGHT + 3, bottom: y + 3 };
}

export type Obstacles = {
  /** Labels and ruled lines: letters across them cannot be read. */
  readonly hard: readonly Box[];
  /** Dots: letters may lie over them where there is no better place. */
  readonly soft: readonly Box[];
};

/** The first place inside the drawing that is clear of everything; else of what is hard; else the first one. */
export function placeLabel(
  places: readonly [Label, ...Label[]],
  { hard, soft }: Obstacles,
  inside: Box,
): Label {
  const fits = (label: Label, taken: readonly Box[]): boolean => {
    const box = labelBox(label);
    const isInside =
      box.left >= inside.left &&
      box.right <= inside.right &&
      box.top >= inside.top &&
      box.bottom <= inside.bottom;
    return isInside && !taken.some((other) => overlap(box, other));
  };
  return (
    places.find((label) => fits(label, hard) && fits(label, soft)) ??
    places.find((label) => fits(label, hard)) ??
    places[0]
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
