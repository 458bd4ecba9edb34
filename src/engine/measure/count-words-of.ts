/** Letters and digits, with what stands inside a word; where a language does not part words by blanks, runs of them. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu;

type Segmented = { readonly isWordLike?: boolean };
type Segments = (text: string) => Iterable<Segmented>;

/**
 * How many words a text has, in any script: by the rules of Unicode (UAX 29) where `Intl.Segmenter` is there, which also
 * parts what is written without blanks, such as Thai or Chinese; by letters elsewhere, which does not.
 */
export function countWordsOf(text: string, segments: Segments | null = segmenter()): number {
  if (segments === null) return text.match(WORD)?.length ?? 0;
  let count = 0;
  for (const { isWordLike } of segments(text)) if (isWordLike === true) count += 1;
  return count;
}

/** Of no language in particular, so that the same text has as many words on every device. */
function segmenter(): Segments | null {
  if (typeof Intl.Segmenter !== 'function') return null;
  const words = new Intl.Segmenter('und', { granularity: 'word' });
  return (text) => words.segment(text);
}
