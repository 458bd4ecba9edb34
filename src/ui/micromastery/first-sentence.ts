const MOST_LETTERS = 160;

/** Enough to recognise a text by: its first sentence, or as much of it as fits, ending at a word. */
export function firstSentence(text: string, most: number = MOST_LETTERS): string {
  const sentence = /^.*?[.?!:;][”’"]?(?=\s|$)/su.exec(text)?.[0] ?? text;
  if (sentence.length <= most) return sentence.replace(/[:;]$/, '.');
  const cut = sentence.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[,;:]$/, '')} …`;
}
