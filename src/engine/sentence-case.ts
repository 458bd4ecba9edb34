/** "one take" as a sentence begins: "One take". Only its first letter changes, also where that is of two code units. */
export function sentenceCase(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
