import type { TwistCard } from '../../engine/challenge/deck.ts';
import { type CardDraw, drawCard } from '../../engine/challenge/draw-card.ts';
import type { TwistList } from '../twists/contract.ts';
import type { TwistedSitting } from './session-twist.ts';

/** What challenges are drawn from, and how often; null while that is not known. */
export type TwistDeck = {
  readonly names: readonly string[];
  readonly drawn: TwistList['draws'];
  /** For every so many takes; 0: for none. */
  readonly every: number;
  /** Whether there were takes enough of the plain thing before it is varied. */
  readonly isSettled: boolean;
};

/**
 * With a card where the take at hand is due for one. Never beside an experiment that draws for every take: one thing at a time. A card
 * that was shown stays until the take is made.
 */
export function withTwist<Session extends TwistedSitting>(session: Session, deck: TwistDeck | null): Session {
  if (session.phase !== 'running' || deck === null) return session;
  const take = session.takes.filter(({ isRetracted }) => !isRetracted).length + 1;
  const { twist = null } = session;
  if (!isDue(session, deck, take)) return twist === null ? session : { ...session, twist: null };
  if (twist !== null && deck.names.includes(twist.card.card))
    return twist.take === take ? session : { ...session, twist: { ...twist, take } };
  const card = nextCard(session, deck, []);
  return { ...session, twist: card === null ? null : { take, card, declined: [] } };
}

function isDue(
  { work, isFloor, draws = [] }: TwistedSitting,
  { every, isSettled }: TwistDeck,
  take: number,
): boolean {
  const isDrawnFor = draws.some(({ unit }) => unit === 'attempt');
  return work === 'whole' && !isFloor && isSettled && every > 0 && take % every === 0 && !isDrawnFor;
}

/** Another one, and it costs nothing: what was declined goes on record with the take. */
export function withAnotherTwist<Session extends TwistedSitting>(
  session: Session,
  deck: TwistDeck | null,
): Session {
  const { twist = null } = session;
  if (twist === null || deck === null) return session;
  const declined = [...twist.declined, twist.card];
  const card = nextCard(session, deck, declined);
  return card === null ? session : { ...session, twist: { ...twist, card, declined } };
}

/** The same on every device: from what was drawn before, and the practice as the seed. */
function nextCard(
  { practiceId, played = [] }: TwistedSitting,
  { names, drawn }: TwistDeck,
  declined: readonly CardDraw[],
): CardDraw | null {
  const deck: TwistCard[] = names.map((id) => ({ id, weight: 1, needs: [] }));
  const byPlace = new Map([...drawn, ...played, ...declined].map((draw) => [draw.place, draw] as const));
  const earlier = [...byPlace.values()].sort((a, b) => a.place - b.place);
  const answer = drawCard(deck, earlier, new Set(), practiceId);
  return answer.kind === 'drawn' ? answer.draw : null;
}
