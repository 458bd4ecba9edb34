const OPENING = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/;

/** What a drawing can do without, and what would run or fetch something where it is opened by itself. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/<!(?:doctype|entity)/i, 'declares entities'],
  [/<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i, 'is not in UTF-8'],
  [/<script[\s>/]|\bjavascript:|[\s/"']on\w+\s*=/i, 'holds a script'],
  // In styles, and in attributes that are read as styles are, either could write “url” without its letters.
  [/\\|&#/, 'holds a backslash or the number of a character'],
  [
    /(?:href|src)\s*=\s*["']?\s*(?!["'#])|url\(\s*["']?\s*(?!["'#])|@import|\b(?:image|image-set|src)\(/i,
    'refers to something outside it',
  ],
];

/** A name with a prefix may be that of anything, by what the prefix was declared to be. */
const DRAWS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'title', 'desc', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
  ...['clipPath', 'mask', 'marker', 'pattern', 'linearGradient', 'radialGradient', 'stop'],
]);
/** Of elements, and of whatever else begins as one does; those within a comment are looked at as well. */
const NAMES = /<\/?([^\s/>]*)/g;

/** Null for a drawing that only draws; otherwise what is wrong with it, to be put after its name. */
export function svgFault(text: string): string | null {
  if (!OPENING.test(text)) return 'is no drawing: an SVG file begins with “<svg”';
  const refused = REFUSED.find(([pattern]) => pattern.test(text))?.[1] ?? nameFault(text);
  return refused === undefined ? null : `${refused}, and a drawing of the library only draws`;
}

function nameFault(text: string): string | undefined {
  for (const [, name = ''] of text.matchAll(NAMES))
    if (!DRAWS.has(name) && name !== '?xml' && !name.startsWith('!--'))
      return 'holds more than lines and words';
  return undefined;
}
