/** One judgement of two pieces of work. */
export type Comparison = {
  readonly winner: string;
  readonly loser: string;
  /** Neither won: which of the two is called the winner does not matter then. */
  readonly isTie?: boolean;
  readonly judge?: string;
};

/** How often two pieces met, by their places among the items, and how often the first of them won; a tie is half a win. */
export type Meeting = {
  readonly first: number;
  readonly second: number;
  readonly n: number;
  readonly wins: number;
};

export type Meetings = {
  /** In the order in which they first appear. */
  readonly items: readonly string[];
  readonly met: readonly Meeting[];
  /** Comparisons of two different pieces; one with itself says nothing and is not among them. */
  readonly n: number;
};

export function gatherMeetings(comparisons: Iterable<Comparison>): Meetings {
  const places = new Map<string, number>();
  const met = new Map<number, Map<number, { first: number; second: number; n: number; wins: number }>>();
  const placeOf = (item: string) => {
    const known = places.get(item) ?? places.size;
    places.set(item, known);
    return known;
  };
  let n = 0;
  for (const { winner, loser, isTie = false } of comparisons) {
    const [won, lost] = [placeOf(winner), placeOf(loser)];
    if (won === lost) continue;
    n += 1;
    const [first, second] = [Math.min(won, lost), Math.max(won, lost)];
    const row = met.get(first) ?? new Map();
    met.set(first, row);
    const meeting = row.get(second) ?? { first, second, n: 0, wins: 0 };
    row.set(second, meeting);
    meeting.n += 1;
    meeting.wins += isTie ? 0.5 : won === first ? 1 : 0;
  }
  return { items: [...places.keys()], met: [...met.values()].flatMap((row) => [...row.values()]), n };
}

/**
 * Groups of pieces that were compared with one another, directly or by way of others, the largest first. Between two groups
 * there is no comparison, and nothing can be said of which is better.
 */
export function connectedGroups({ items, met }: Meetings): readonly (readonly string[])[] {
  const parent = items.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while ((parent[root] ?? root) !== root) {
      parent[root] = parent[parent[root] ?? root] ?? root;
      root = parent[root] ?? root;
    }
    return root;
  };
  for (const { first, second } of met) parent[rootOf(first)] = rootOf(second);
  const groups = new Map<number, string[]>();
  items.forEach((item, place) => {
    const root = rootOf(place);
    const group = groups.get(root) ?? [];
    group.push(item);
    groups.set(root, group);
  });
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
