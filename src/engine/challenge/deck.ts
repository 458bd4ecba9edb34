/** One drawn challenge: a constraint under which an attempt is made. */
export type TwistCard = {
  readonly id: string;
  /** How many of it lie in the deck: drawn so often before the deck is through. A whole number from 1. */
  readonly weight: number;
  /** What must be in place for it: a kit, a place, a person, a level that was met. Empty: nothing. */
  readonly needs: readonly string[];
};

export const MOST_CARDS = 100;
export const MOST_WEIGHT = 10;

/** The author's cards and the learner's own, one deck. Of two with one id the learner's is kept: it is their practice. */
export function joinedDeck(
  author: readonly TwistCard[],
  learner: readonly TwistCard[],
): readonly TwistCard[] {
  const own = new Set(learner.map(({ id }) => id));
  return [...author.filter(({ id }) => !own.has(id)), ...learner];
}

/** Why nothing can be drawn from a deck; null where it can. */
export function deckFault(deck: readonly TwistCard[]): string | null {
  if (deck.length < 2) return 'A deck has two cards or more: no card comes twice in a row.';
  if (deck.length > MOST_CARDS) return `A deck has at most ${MOST_CARDS} cards.`;
  if (new Set(deck.map(({ id }) => id)).size < deck.length || deck.some(({ id }) => id.trim() === ''))
    return 'Every card has a name of its own.';
  const isWhole = ({ weight }: TwistCard) => Number.isInteger(weight) && weight >= 1 && weight <= MOST_WEIGHT;
  if (!deck.every(isWhole)) return `A card lies in the deck from once to ${MOST_WEIGHT} times.`;
  const all = deck.reduce((sum, { weight }) => sum + weight, 0);
  return deck.some(({ weight }) => 2 * weight > all)
    ? 'No card lies in the deck more often than all others together: it would have to come twice in a row.'
    : null;
}
