const SHORTEST_STEM = 4;

/** "listening" and "slipped" as "listen" and "slip": the commonest endings go, never below four letters. */
export function stemOf(word: string): string {
  const bare = word.replace(/(ing|ed|es|s)$/, '');
  const stem = bare === word ? word : bare.replace(/([bdgmnprt])\1$/, '$1');
  return stem.length >= SHORTEST_STEM ? stem : word;
}
