import { joinedDeck } from '../../engine/challenge/deck.ts';
import type { TwistList } from '../../features/twists/contract.ts';

export type DeckCard = {
  readonly name: string;
  readonly instruction: string;
  /** The learner's, and not the author's. */
  readonly isOwn: boolean;
  /** It is not drawn. */
  readonly isAside: boolean;
};

type Author = readonly { readonly name: string; readonly instruction: string }[];

/** The author's cards and the learner's own, one deck; of two with one name the learner's counts. */
export function deckOf(author: Author, cards: TwistList['cards'] = []): readonly DeckCard[] {
  const named = ({ name }: { readonly name: string }) => ({ id: name, weight: 1, needs: [] });
  const byName = new Map(cards.map((card) => [card.name, card]));
  // Put aside or taken back in, a card that its author has given up since is in no deck.
  const isThere = ({ name, instruction }: (typeof cards)[number]) =>
    instruction !== null || author.some((one) => one.name === name);
  return joinedDeck(author.map(named), cards.filter(isThere).map(named)).map(({ id }) => {
    const set = byName.get(id);
    const own = set?.instruction ?? null;
    const instruction = own ?? author.find(({ name }) => name === id)?.instruction ?? '';
    return { name: id, instruction, isOwn: own !== null, isAside: set?.isAside ?? false };
  });
}

/** Names of those that may be drawn. */
export function drawnFrom(deck: readonly DeckCard[]): readonly string[] {
  return deck.filter(({ isAside }) => !isAside).map(({ name }) => name);
}
