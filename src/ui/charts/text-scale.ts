/** Letters of a drawing are as large as captions at this size of the root's text. */
const USUAL_PIXELS = 16;
/** What every chart can be drawn in. */
const NARROWEST = 240;

/** How much larger than usual the reader has their text, as far as a drawing of that size finds room in a place this wide. */
export function textScale(width: number): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.max(1, Math.min(root / USUAL_PIXELS, width / NARROWEST));
}
