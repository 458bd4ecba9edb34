/** A run of text: in both versions, only in the one before, or only in the one after. */
export type WordSegment = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Cells of the table below: two texts of 600 characters need 360,000 at most. Beyond it, all that differs is one change. */
const MOST_CELLS = 1_000_000;
/** What is worth keeping together: a word above all marks, a mark above all blanks. */
const WORTH = { word: 10_000, mark: 100, blank: 1 } as const;

type Token = { readonly text: string; readonly worth: number };

/**
 * What was taken out and what was put in, word by word; never a part of a word. The texts of all but `new` make `before`,
 * those of all but `gone` make `after`. With the two changed over, `gone` and `new` change places and nothing else does.
 */
export function diffWords(before: string, after: string): readonly WordSegment[] {
  // Two ways of matching can be equally good; always asking in the same direction makes it one answer for both.
  if (before > after) return inRuns(diffWords(after, before).map(turned));
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const head = commonLength(old, now);
  const tail = commonLength(old.slice(head).reverse(), now.slice(head).reverse());
  const [oldMiddle, nowMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const middle =
    oldMiddle.length * nowMiddle.length > MOST_CELLS
      ? [...oldMiddle.map(segment('gone')), ...nowMiddle.map(segment('new'))]
      : matchTokens(oldMiddle, nowMiddle);
  const ends = [old.slice(0, head), old.slice(old.length - tail)].map((end) => end.map(segment('same')));
  return inRuns(withoutBridges(inRuns([...(ends[0] ?? []), ...middle, ...(ends[1] ?? [])])));
}

/** Words with their apostrophes and hyphens, single marks, and runs of blanks. */
function tokensOf(text: string): readonly Token[] {
  const found = text.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu) ?? [];
  return found.map((token) => ({ text: token, worth: worthOf(token) }));
}

function worthOf(token: string): number {
  if (/^\s/.test(token)) return WORTH.blank;
  return /[\p{L}\p{N}]/u.test(token) ? WORTH.word : WORTH.mark;
}

const segment =
  (kind: WordSegment['kind']) =>
  ({ text }: Token): WordSegment => ({ kind, text });

function commonLength(a: readonly Token[], b: readonly Token[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length]?.text === b[length]?.text) length += 1;
  return length;
}

/** The common subsequence of the greatest worth; Wagner & Fischer's table, walked from its beginning. */
function matchTokens(old: readonly Token[], now: readonly Token[]): readonly WordSegment[] {
  const width = now.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const skipped = Math.max(at(row + 1, column), at(row, column + 1));
      const taken =
        old[row]?.text === now[column]?.text ? (old[row]?.worth ?? 0) + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(skipped, taken);
    }
  }
  const segments: WordSegment[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [gone, added] = [old[row], now[column]];
    if (
      gone !== undefined &&
      added !== undefined &&
      gone.text === added.text &&
      at(row, column) === gone.worth + at(row + 1, column + 1)
    ) {
      segments.push({ kind: 'same', text: gone.text });
      row += 1;
      column += 1;
    } else if (gone !== undefined && (added === undefined || at(row + 1, column) >= at(row, column + 1))) {
      segments.push({ kind: 'gone', text: gone.text });
      row += 1;
    } else if (added !== undefined) {
      segments.push({ kind: 'new', text: added.text });
      column += 1;
    }
  }
  return segments;
}

/** Neighbours of one kind joined; within a change, what is gone comes before what is new. */
function inRuns(segments: readonly WordSegment[]): readonly WordSegment[] {
  const runs: WordSegment[] = [];
  const open = { same: '', gone: '', new: '' };
  const close = (...kinds: readonly WordSegment['kind'][]) => {
    for (const kind of kinds) {
      if (open[kind] !== '') runs.push({ kind, text: open[kind] });
      open[kind] = '';
    }
  };
  for (const { kind, text } of segments) {
    if (kind === 'same') close('gone', 'new');
    else close('same');
    open[kind] += text;
  }
  close('same', 'gone', 'new');
  return runs;
}

/** A blank alone inside a replaced phrase would chop it into words: it goes and comes with them. */
function withoutBridges(runs: readonly WordSegment[]): readonly WordSegment[] {
  return runs.flatMap((run, index): readonly WordSegment[] => {
    if (run.kind !== 'same' || !/^\s+$/.test(run.text)) return [run];
    const [before, after] = [runs[index - 1], runs[index + 1]];
    if (before === undefined || after === undefined) return [run];
    // Runs alternate: on either side is a change, and what is gone comes first in it.
    const isReplaced =
      runs[index - 2]?.kind === 'gone' || runs[index + 2]?.kind === 'new' || before.kind !== after.kind;
    if (!isReplaced) return [run];
    return [
      { kind: 'gone', text: run.text },
      { kind: 'new', text: run.text },
    ];
  });
}

function turned({ kind, text }: WordSegment): WordSegment {
  return { kind: kind === 'same' ? 'same' : kind === 'gone' ? 'new' : 'gone', text };
}
