const OPENING = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/;

/** What a drawing can do without, and what would run or fetch something where it is opened by itself. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/<!(?:doctype|entity)/i, 'declares entities'],
  [/<script[\s>/]|\bjavascript:|\son[a-z]+\s*=/i, 'holds a script'],
  [
    /<(?:foreignObject|iframe|object|embed|use|image|audio|video|animate|set)[\s>/]/i,
    'holds more than lines and words',
  ],
  [
    /(?:href|src)\s*=\s*["']?\s*(?!["'#])|url\(\s*["']?\s*(?!["'#])|@import/i,
    'refers to something outside it',
  ],
];

/** Null for a drawing that only draws; otherwise what is wrong with it, to be put after its name. */
export function svgFault(text: string): string | null {
  if (!OPENING.test(text)) return 'is no drawing: an SVG file begins with “<svg”';
  const refused = REFUSED.find(([pattern]) => pattern.test(text));
  return refused === undefined ? null : `${refused[1]}, and a drawing of the library only draws`;
}
