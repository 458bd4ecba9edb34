const MOST_LETTERS = 160;

/** Enough to recognise a text by: its first sentence, or as much of it as fits, ending at a word. */
export function firstSentence(text: string, most: number = MOST_LETTERS): string {
  const sentence = sentenceOf(text);
  if (sentence.length <= most) return ended(sentence);
  const cut = sentence.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[,;:]$/, '')} …`;
}

/** Its first sentence, where all of it fits; null otherwise. */
export function wholeSentence(text: string, most: number): string | null {
  const sentence = sentenceOf(text);
  return sentence.length <= most ? ended(sentence) : null;
}

function sentenceOf(text: string): string {
  return /^.*?[.?!:;][”’"]?(?=\s|$)/su.exec(text)?.[0] ?? text;
}

function ended(sentence: string): string {
  return sentence.replace(/[:;]$/, '.');
}
