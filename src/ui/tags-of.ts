const LONGEST_TAG = 40;
const MOST_TAGS = 10;

/** Tags typed with commas between: each once, in the order typed; what is too much is left off rather than refused later. */
export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG).trim());
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}
