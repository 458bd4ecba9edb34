const LONGEST_TAG = 40;
const MOST_TAGS = 10;

/** What `tagsOf` leaves off, in words; null where it leaves nothing. */
export function tagsFault(text: string): string | null {
  const tags = new Set(text.split(',').map((tag) => tag.trim()));
  tags.delete('');
  if (tags.size > MOST_TAGS) return `At most ${MOST_TAGS} tags; the rest is left out.`;
  return [...tags].some((tag) => tag.length > LONGEST_TAG)
    ? `A tag has at most ${LONGEST_TAG} characters; the rest of it is left out.`
    : null;
}

/** Tags typed with commas between: each once, in the order typed; what is too much is left off rather than refused later. */
export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG).trim());
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}
