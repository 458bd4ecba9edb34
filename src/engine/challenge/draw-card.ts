import { random } from '../random.ts';
import { deckFault, type TwistCard } from './deck.ts';

/** A draw as it is recorded with the attempt: with the seed, all that is needed to draw it again. */
export type CardDraw = {
  /** Which draw of the practice it is, from 0. */
  readonly place: number;
  /** How many times the deck had been through, from 0. */
  readonly round: number;
  readonly card: string;
  /** What it was drawn from, by id: how many of each were left and could come. */
  readonly offered: readonly Offered[];
};

export type Offered = { readonly card: string; readonly left: number };

export type DrawAnswer =
  | { readonly kind: 'drawn'; readonly draw: CardDraw }
  | { readonly kind: 'deck-fault'; readonly fault: string }
  /** Of the cards, none, or only the one that was drawn last, has what it needs in place. */
  | { readonly kind: 'nothing-to-draw'; readonly inPlace: number };

/**
 * The card for the next attempt. The deck is gone through without replacement, each card as often as it weighs, and then again; no
 * card comes twice in a row; a card that needs what is not in place waits. Of the cards that can come one is drawn with the probability
 * of its copies among all that are left, from the seed and the draw's place alone: the same seed, deck, things in place
 * and earlier draws give the same card on every device, in whatever order the cards are listed.
 *
 * A card is not offered if what would be left could not be laid without two alike side by side. Where things in place change in the middle of
 * a round there may be no such order: then any card but the last is offered, and if only the last one is left the next round
 * begins without it.
 */
export function drawCard(
  deck: readonly TwistCard[],
  earlier: readonly CardDraw[],
  inPlace: ReadonlySet<string>,
  seed: string,
): DrawAnswer {
  const fault = deckFault(deck);
  if (fault !== null) return { kind: 'deck-fault', fault };
  const ready = deck.filter(({ needs }) => needs.every((need) => inPlace.has(need)));
  const last = earlier.at(-1);
  if (!ready.some(({ id }) => id !== last?.card)) return { kind: 'nothing-to-draw', inPlace: ready.length };
  const round = last?.round ?? 0;
  const going = offeredIn(ready, earlier, round, last?.card);
  const isThrough = going.length === 0;
  const at = isThrough ? round + 1 : round;
  const offered = isThrough ? offeredIn(ready, earlier, at, last?.card) : going;
  const place = last === undefined ? 0 : last.place + 1;
  return { kind: 'drawn', draw: { place, round: at, card: picked(offered, seed, place), offered } };
}

function offeredIn(
  ready: readonly TwistCard[],
  earlier: readonly CardDraw[],
  round: number,
  last: string | undefined,
): readonly Offered[] {
  const taken = new Map<string, number>();
  for (const draw of earlier) if (draw.round === round) taken.set(draw.card, (taken.get(draw.card) ?? 0) + 1);
  const left = ready
    .map(({ id, weight }) => ({ card: id, left: Math.max(0, weight - (taken.get(id) ?? 0)) }))
    .filter((one) => one.left > 0)
    // By code unit and not by locale, which differs from device to device.
    .sort((a, b) => (a.card < b.card ? -1 : 1));
  const others = left.filter(({ card }) => card !== last);
  const open = others.filter(({ card }) => canBeLaidAfter(card, left));
  return open.length > 0 ? open : others;
}

/**
 * Whether what is left once `card` is drawn can be laid so that no card follows itself: no other card is more than half of
 * it, rounded up, and `card`, which may not come first, no more than half, rounded down.
 */
function canBeLaidAfter(card: string, left: readonly Offered[]): boolean {
  const rest = left.reduce((sum, one) => sum + one.left, 0) - 1;
  return left.every((one) => (one.card === card ? 2 * (one.left - 1) <= rest : 2 * one.left <= rest + 1));
}

function picked(offered: readonly Offered[], seed: string, place: number): string {
  const all = offered.reduce((sum, { left }) => sum + left, 0);
  let at = random(seedOf(JSON.stringify(['bottega twist 1', seed, place]))).below(Math.max(1, all));
  for (const { card, left } of offered) {
    at -= left;
    if (at < 0) return card;
  }
  return '';
}

/** FNV-1a over code units, 32 bits (Fowler, Noll & Vo, public domain): spreads texts, and keeps nothing secret. */
export function seedOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193) >>> 0;
  return hash;
}

/** Places of recorded draws that the seed would not have drawn from what was offered, or that follow themselves; none where all is in order. */
export function cardsDrawnOtherwise(draws: readonly CardDraw[], seed: string): readonly number[] {
  return draws
    .filter(
      ({ place, card, offered }, index) =>
        picked(offered, seed, place) !== card || draws[index - 1]?.card === card,
    )
    .map(({ place }) => place);
}
