const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Small counts are written out in sentences: "five more". */
export function countWord(count: number): string {
  return WORDS[count] ?? String(count);
}
