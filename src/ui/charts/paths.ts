export type XY = readonly [x: number, y: number];

/** Tenths of a pixel are as fine as a screen shows. */
function at([x, y]: XY): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}

/** A line through the points; a single point makes a short dash, so that it can be seen. */
export function linePath(points: readonly XY[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  if (rest.length === 0) return `M${at([first[0] - 3, first[1]])}H${Math.round((first[0] + 3) * 10) / 10}`;
  return `M${at(first)}L${rest.map(at).join(' ')}`;
}

/** The area between two lines over the same x. */
export function bandPath(
  band: readonly { readonly x: number; readonly low: number; readonly high: number }[],
): string {
  if (band.length === 0) return '';
  const upper = band.map(({ x, high }) => at([x, high]));
  const lower = band.map(({ x, low }) => at([x, low])).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** Upright strokes, each from one y to another. */
export function columnsPath(
  columns: readonly { readonly x: number; readonly from: number; readonly to: number }[],
): string {
  return columns.map(({ x, from, to }) => `M${at([x, from])}V${Math.round(to * 10) / 10}`).join('');
}
