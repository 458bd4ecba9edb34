/** Advance widths of Source Sans 3 in hundredths of an em, the bolder of the two weights that charts use. */
const WIDTHS: readonly (readonly [hundredths: number, letters: string])[] = [
  [20, ' '],
  [29, "',.:;Iijl|"],
  [40, '!()-[]f{}/\\tłr'],
  [53, 'szcxvyegka_*?"JLYF#$+0123456789<=>^~−–×'],
  [59, 'bdnopqruhøEZSTVXACP`'],
  [68, 'BRKDGß&NUHOQ'],
  [90, 'MWmw%@'],
];
const BY_LETTER = new Map(
  WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])),
);
/** Whatever the face does not have comes from another one: Cyrillic is that wide, and so are Chinese letters. */
const WIDEST = 122;
const FONT_SIZE = 13;

/** How wide a text on a chart is at most, in pixels. It is asked before there is anything to measure. */
export function textWidth(text: string): number {
  let hundredths = 0;
  for (const letter of text) {
    // An accent is no wider than what it stands on.
    const [plain = letter] = letter.normalize('NFD');
    hundredths += BY_LETTER.get(letter) ?? BY_LETTER.get(plain) ?? WIDEST;
  }
  return (hundredths * FONT_SIZE) / 100;
}

const ELLIPSIS = '…';

/** The text in lines of at most `width` pixels, at most `most` of them; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  const shown = lines.slice(0, most);
  const last = shown.length - 1;
  return shown.map((shownLine, index) =>
    cutText(index === last && lines.length > most ? `${shownLine}${ELLIPSIS}` : shownLine, width),
  );
}

function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const letters = [...text.replace(ELLIPSIS, '')];
  while (letters.length > 0 && textWidth(`${letters.join('')}${ELLIPSIS}`) > width) letters.pop();
  return `${letters.join('').trimEnd()}${ELLIPSIS}`;
}
