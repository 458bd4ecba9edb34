import type { CardDraw } from '../../engine/challenge/draw-card.ts';
import type { Work } from '../../engine/session/work.ts';
import { newId } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import { TWIST } from '../../ui/play/without-play.ts';
import type { AttemptBody } from '../practice/contract.ts';
import type { TwistDrawBody } from '../twists/contract.ts';
import type { SessionDraw } from './session-draws.ts';

/** Of a sitting: the card of the take at hand, and those that were declined for it. */
export type SessionTwist = {
  /** The take that it was drawn for, as the sitting counts them. */
  readonly take: number;
  readonly card: CardDraw;
  readonly declined: readonly CardDraw[];
};

export type TwistedSitting = {
  readonly practiceId: string;
  readonly sessionId: string;
  readonly work: Work;
  readonly isFloor: boolean;
  readonly phase: 'running' | 'ended';
  readonly takes: readonly { readonly isRetracted: boolean }[];
  readonly draws?: readonly SessionDraw[];
  readonly twist?: SessionTwist | null;
  /** Cards that takes of this sitting were made under, or that were declined: home may not know of them yet. */
  readonly played?: readonly CardDraw[];
};

export function twistCondition({ twist = null }: TwistedSitting): AttemptBody['conditions'] {
  return twist === null ? {} : { [TWIST]: twist.card.card };
}

/** Recorded behind the take that was made under them. */
export function twistWrites(
  { practiceId, sessionId, twist = null }: TwistedSitting,
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
export function withTwistPlayed<Session extends TwistedSitting>(session: Session): Session {
  const { twist = null, played = [] } = session;
  if (twist === null) return session;
  return { ...session, twist: null, played: [...played, ...twist.declined, twist.card] };
}
