import { NO_WISH } from '../../engine/agenda/wish.ts';
import type { Library, Micromastery } from '../../features/library/contract.ts';
import type { Wish } from '../../features/practice/choice-contract.ts';
import type { Payoff, PracticeCard } from '../../features/practice/contract.ts';
import { factOf } from './fact.ts';
import type { PendingWrite, Write } from './pending-write.ts';

/** As the server says of a design without this element. */
const DEFAULT_ATTEMPT_MINUTES = 2;

/** The practice that a write is about, as far as the queue itself knows; null for a need. */
export function practiceOf(write: Write, pending: readonly Write[]): string | null {
  const fact = factOf(write);
  if (write.practiceId !== undefined) return write.practiceId;
  switch (fact?.kind) {
    case 'practice':
      return fact.id;
    case 'payoff':
    case 'session':
    case 'attempt':
    case 'following':
    case 'wish':
    case 'payoff-choice':
    case 'support-slot':
    case 'if-then-plan':
    case 'at-hand':
    case 'showing':
    case 'evidence':
    case 'experiment':
    case 'pairing':
    case 'twist-draw':
    case 'self-rating':
    case 'twist-card':
    case 'difficulty':
      return fact.body.practiceId;
    case 'aim':
    case 'support-check':
    case 'if-then-use':
    case 'experiment-draw':
      return sessionPractice(fact.body.sessionId, pending);
    case 'session-end':
      return sessionPractice(fact.id, pending);
    case 'retraction':
    case 'remark':
      return attemptPractice(fact.body.attemptId, pending);
    default:
      return null;
  }
}

function sessionPractice(sessionId: string, pending: readonly Write[]): string | null {
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'session' && fact.id === sessionId) return fact.body.practiceId;
    if (fact?.kind === 'attempt' && fact.body.sessionId === sessionId) return fact.body.practiceId;
  }
  return null;
}

function attemptPractice(attemptId: string, pending: readonly Write[]): string | null {
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'attempt' && fact.id === attemptId) return fact.body.practiceId;
  }
  return null;
}

/** The card of a practice that only this device knows; null where its micromastery is not on this device. */
export function newCard(
  write: Write,
  pending: readonly Write[],
  library: Library | undefined,
): PracticeCard | null {
  const fact = factOf(write);
  if (fact?.kind !== 'practice') return null;
  const design = library?.micromasteries.find((one) => one.id === fact.body.micromasteryId);
  if (design === undefined) return null;
  const need = pending.map(factOf).find((one) => one?.kind === 'need' && one.id === fact.body.needId);
  return {
    id: fact.id,
    micromasteryId: design.id,
    ...cardOfDesign(design),
    startedAt: fact.body.startedAt,
    needText: need?.kind === 'need' ? need.body.text : null,
    payoff: null,
    attemptMinutes: design.repeat?.attemptMinutes ?? DEFAULT_ATTEMPT_MINUTES,
    attempts: 0,
    startTakes: 0,
    lastAttemptAt: null,
    lastLine: null,
    micromasteryVersion: fact.body.micromasteryVersion,
    newestVersion: design.version,
    isOwn: false,
    needWithin: need?.kind === 'need' ? need.body.wantedWithin : null,
    needRaisedAt: need?.kind === 'need' ? need.body.raisedAt : null,
    designSittingsAWeek: design.repeat?.perWeek ?? null,
    wish: NO_WISH,
  };
}

/** What a card has of the design that its practice follows. */
export function cardOfDesign({
  title,
  fields,
  repeat,
  experiments,
}: Micromastery): Pick<PracticeCard, 'title' | 'field' | 'floor' | 'variables'> {
  return {
    title,
    field: fields[0] ?? '',
    floor: repeat?.floor ?? null,
    variables: experiments.map(({ name }) => name),
  };
}

const wishOf = ({ sittingsAWeek, cue, trickOrder, wantedBy, variedShare }: Wish): Wish => ({
  sittingsAWeek,
  cue,
  trickOrder,
  // A device may have kept a wish from before days.
  wantedBy: wantedBy ?? null,
  variedShare: variedShare ?? null,
});

function isOfWhole(sessionId: string, pending: readonly Write[]): boolean {
  const session = pending.map(factOf).find((one) => one?.kind === 'session' && one.id === sessionId);
  return session?.kind !== 'session' || session.body.work === 'whole';
}

/** A card with everything of its practice that home does not know yet. */
export function overlayCard(card: PracticeCard, pending: readonly PendingWrite[]): PracticeCard {
  const shown = { ...card };
  for (const write of pending) {
    if (practiceOf(write, pending) !== card.id) continue;
    const fact = factOf(write);
    if (fact?.kind === 'payoff' && fact.body.part == null && isNewer(fact.body.setAt, shown.payoff?.setAt)) {
      shown.payoff = { ...fact.body, id: fact.id };
    }
    if (fact?.kind === 'attempt') {
      shown.attempts += 1;
      if (fact.body.value !== null && isOfWhole(fact.body.sessionId, pending)) shown.startTakes += 1;
      if (isNewer(fact.body.startedAt, shown.lastAttemptAt)) shown.lastAttemptAt = fact.body.startedAt;
    }
    if (fact?.kind === 'retraction') shown.attempts = Math.max(0, shown.attempts - 1);
    if (fact?.kind === 'wish') shown.wish = wishOf(fact.body);
    if (fact?.kind === 'session-end') shown.lastLine = fact.body.line;
  }
  return shown;
}

/** Moments are compared as moments: two texts may name one. The same or no other moment counts as newer. */
export function isNewer(moment: string, than: string | null | undefined): boolean {
  return than === null || than === undefined || Date.parse(moment) >= Date.parse(than);
}

/** Newest first, without doubles; measures of parts after all of the whole. */
export function overlayPayoffs(
  payoffs: readonly Payoff[],
  practiceId: string,
  pending: readonly PendingWrite[],
): Payoff[] {
  const known = new Set(payoffs.map((payoff) => payoff.id));
  const added = pending.flatMap((write) => {
    const fact = factOf(write);
    if (fact?.kind !== 'payoff' || fact.body.practiceId !== practiceId || known.has(fact.id)) return [];
    return [{ ...fact.body, id: fact.id }];
  });
  return [...payoffs, ...added].sort(
    (a, b) =>
      Number(a.part != null) - Number(b.part != null) ||
      Date.parse(b.setAt) - Date.parse(a.setAt) ||
      (a.id < b.id ? 1 : -1),
  );
}
