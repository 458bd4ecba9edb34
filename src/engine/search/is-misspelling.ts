/** From so many letters on two of them may be wrong; below, one. */
const LONG_WORD = 8;

/**
 * Whether a word can be a slip of the pen or the ear for another: letters left out, added, changed, or two that changed places
 * (Damerau 1964). What only shares an ending, as "handwriting" and "writing" do, is another word.
 */
export function isMisspelling(typed: string, word: string): boolean {
  const most = Math.min(typed.length, word.length) >= LONG_WORD ? 2 : 1;
  return Math.abs(typed.length - word.length) <= most && slipsBetween(typed, word) <= most;
}

function slipsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
