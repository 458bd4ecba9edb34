/** What a rating is: names without order, places in an order, or numbers whose distances count. */
export const RATING_LEVELS = ['nominal', 'ordinal', 'interval'] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

/** One rater's rating of one item. What was not rated is left out. */
export type Rating = {
  readonly item: string;
  readonly rater: string;
  /** A name for nominal ratings, else a number. */
  readonly value: string | number;
};

/** The ratings of each item that two or more rated; the last one counts where a rater rated an item twice. */
export function ratedItems(ratings: Iterable<Rating>): readonly (readonly (string | number)[])[] {
  const items = new Map<string, Map<string, string | number>>();
  for (const { item, rater, value } of ratings) {
    const byRater = items.get(item) ?? new Map<string, string | number>();
    items.set(item, byRater);
    byRater.set(rater, value);
  }
  return [...items.values()].map((byRater) => [...byRater.values()]).filter((values) => values.length > 1);
}
