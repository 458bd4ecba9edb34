import type { TwistCard } from '../../engine/challenge/deck.ts';
import { type CardDraw, drawCard } from '../../engine/challenge/draw-card.ts';
import { newId } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import type { AttemptBody } from '../practice/contract.ts';
import type { TwistDrawBody, TwistList } from '../twists/contract.ts';
import type { SessionDraw } from './session-draws.ts';

/** Under which a take says which card it was made with. */
const CONDITION = 'twist';

/** What challenges are drawn from, and how often; null while that is not known. */
export type TwistDeck = {
  readonly names: readonly string[];
  readonly drawn: TwistList['draws'];
  /** For every so many takes; 0: for none. */
  readonly every: number;
  /** Whether there were takes enough of the plain thing before it is varied. */
  readonly isSettled: boolean;
};

/** Of a sitting: the card of the take at hand, and those that were declined for it. */
export type SessionTwist = {
  /** The take that it was drawn for, as the sitting counts them. */
  readonly take: number;
  readonly card: CardDraw;
  readonly declined: readonly CardDraw[];
};

type Sitting = {
  readonly practiceId: string;
  readonly sessionId: string;
  readonly work: 'whole' | 'part' | 'showing';
  readonly isFloor: boolean;
  readonly phase: 'running' | 'ended';
  readonly takes: readonly { readonly isRetracted: boolean }[];
  readonly draws?: readonly SessionDraw[];
  readonly twist?: SessionTwist | null;
  /** Cards that takes of this sitting were made under, or that were declined: home may not know of them yet. */
  readonly played?: readonly CardDraw[];
};

/**
 * With a card where the take at hand is due for one. Never beside an experiment that draws for every take: one thing at a time. A card
 * that was shown stays until the take is made.
 */
export function withTwist<Session extends Sitting>(session: Session, deck: TwistDeck | null): Session {
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
  { work, isFloor, draws = [] }: Sitting,
  { every, isSettled }: TwistDeck,
  take: number,
): boolean {
  const isDrawnFor = draws.some(({ unit }) => unit === 'attempt');
  return work === 'whole' && !isFloor && isSettled && every > 0 && take % every === 0 && !isDrawnFor;
}

/** Another one, and it costs nothing: what was declined goes on record with the take. */
export function withAnotherTwist<Session extends Sitting>(session: Session, deck: TwistDeck | null): Session {
  const { twist = null } = session;
  if (twist === null || deck === null) return session;
  const declined = [...twist.declined, twist.card];
  const card = nextCard(session, deck, declined);
  return card === null ? session : { ...session, twist: { ...twist, card, declined } };
}

/** The same on every device: from what was drawn before, and the practice as the seed. */
function nextCard(
  { practiceId, played = [] }: Sitting,
  { names, drawn }: TwistDeck,
  declined: readonly CardDraw[],
): CardDraw | null {
  const deck: TwistCard[] = names.map((id) => ({ id, weight: 1, needs: [] }));
  const byPlace = new Map([...drawn, ...played, ...declined].map((draw) => [draw.place, draw] as const));
  const earlier = [...byPlace.values()].sort((a, b) => a.place - b.place);
  const answer = drawCard(deck, earlier, new Set(), practiceId);
  return answer.kind === 'drawn' ? answer.draw : null;
}

export function twistCondition({ twist = null }: Sitting): AttemptBody['conditions'] {
  return twist === null ? {} : { [CONDITION]: twist.card.card };
}

/** Recorded behind the take that was made under them. */
export function twistWrites(
  { practiceId, sessionId, twist = null }: Sitting,
  attemptId: string,
  at: Date,
): Write[] {
  if (twist === null) return [];
  const drawnAt = at.toISOString();
  const write = ({ place, round, card, offered }: CardDraw, takeId: string | null): Write => {
    const body: TwistDrawBody = {
      ...{ practiceId, sessionId, attemptId: takeId, place, round, card, drawnAt },
      offered: [...offered],
    };
    return { path: `/api/twist-draws/${newId()}`, body, practiceId };
  };
  return [...twist.declined.map((card) => write(card, null)), write(twist.card, attemptId)];
}

/** A take was made under it: the next one begins without. */
export function withTwistPlayed<Session extends Sitting>(session: Session): Session {
  const { twist = null, played = [] } = session;
  if (twist === null) return session;
  return { ...session, twist: null, played: [...played, ...twist.declined, twist.card] };
}
