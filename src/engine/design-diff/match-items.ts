/** One thing of a list. What has a `name` is still the same thing when its `text` changes. */
export type Item = { readonly name: string | null; readonly text: string };

/** Places count from 0. `isMoved`: its order among the things that both versions have is another one. */
export type ItemPair = { readonly before: number; readonly after: number; readonly isMoved: boolean };

export type ItemMatches = {
  /** In the order of the list after. */
  readonly pairs: readonly ItemPair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
};

/** Two items that share this much of their words are one item, put in other words. */
const ALIKE = 0.5;
/** Longer lists than any of ours: what is in them is compared for equality alone. */
const MOST_COMPARED = 2_500;
/** In every other item too: they make nothing alike. English; in another language more is taken for alike. */
const SMALL_WORDS = new Set('a an and at for in my of on or the to with your'.split(' '));

type Pair = Omit<ItemPair, 'isMoved'>;

/**
 * Which items of two lists are one and the same: first by name, or whole text where there is none, then by likeness.
 * With the two lists changed over, the answer is the same one, turned round.
 */
export function matchItems(before: readonly Item[], after: readonly Item[]): ItemMatches {
  // Ties could be broken in two ways; always asking in the same direction breaks them in one.
  const isTurned = JSON.stringify(before) > JSON.stringify(after);
  const found = isTurned ? matchInOrder(after, before).map(turned) : matchInOrder(before, after);
  const pairs = [...found].sort((a, b) => a.after - b.after);
  const unmatched = (items: readonly Item[], side: keyof Pair) =>
    [...items.keys()].filter((place) => pairs.every((pair) => pair[side] !== place));
  return { pairs, removed: unmatched(before, 'before'), added: unmatched(after, 'after') };
}

const turned = (pair: ItemPair): ItemPair => ({ ...pair, before: pair.after, after: pair.before });

function matchInOrder(before: readonly Item[], after: readonly Item[]): readonly ItemPair[] {
  const equal = matchKeys(keysOf(before), keysOf(after));
  const pairs = [...equal, ...matchAlike(before, after, equal)].sort((a, b) => a.before - b.before);
  const kept = longestInOrder(pairs);
  return pairs.map((pair) => ({ ...pair, isMoved: !kept.has(pair) }));
}

/** A thing that stands twice is matched twice, first with first. */
function keysOf(items: readonly Item[]): readonly string[] {
  const seen = new Map<string, number>();
  return items.map(({ name, text }) => {
    const key = name ?? text;
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    return JSON.stringify([key, turn]);
  });
}

function matchKeys(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const places = new Map(after.map((key, place) => [key, place]));
  return before.flatMap((key, place) => {
    const other = places.get(key);
    return other === undefined ? [] : [{ before: place, after: other }];
  });
}

/** What is left over, likest first. */
function matchAlike(
  before: readonly Item[],
  after: readonly Item[],
  matched: readonly Pair[],
): readonly Pair[] {
  const left = [...before.keys()].filter((place) => matched.every((pair) => pair.before !== place));
  const right = [...after.keys()].filter((place) => matched.every((pair) => pair.after !== place));
  if (left.length * right.length > MOST_COMPARED) return [];
  const words = (items: readonly Item[], place: number) => wordsOf(items[place]?.text ?? '');
  const likely = left
    .flatMap((from) =>
      right.map((to) => ({
        before: from,
        after: to,
        alike: likeness(words(before, from), words(after, to)),
      })),
    )
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || a.before - b.before || a.after - b.after);
  const pairs: Pair[] = [];
  for (const candidate of likely) {
    const isFree = pairs.every((pair) => pair.before !== candidate.before && pair.after !== candidate.after);
    if (isFree) pairs.push({ before: candidate.before, after: candidate.after });
  }
  return pairs;
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !SMALL_WORDS.has(word)),
  );

/** Dice 1945: twice the words in common over the words of both, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

/** The most pairs whose order is the same on both sides: the others are the fewest that can be said to have moved. */
function longestInOrder(pairs: readonly Pair[]): ReadonlySet<Pair> {
  const chains: (readonly Pair[])[] = [];
  for (const pair of pairs) {
    const behind = chains.filter((chain) => (chain.at(-1)?.after ?? 0) < pair.after);
    chains.push([...longest(behind), pair]);
  }
  return new Set(longest(chains));
}

const longest = (chains: readonly (readonly Pair[])[]): readonly Pair[] =>
  chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
