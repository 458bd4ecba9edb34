import type { Library } from '../../features/library/contract.ts';
import type { AttemptList, AttemptRow, Bench, PracticePage } from '../../features/practice/contract.ts';
import { factOf } from './fact.ts';
import { cardOfDesign, newCard, overlayCard, overlayPayoffs, practiceOf } from './overlay-card.ts';
import type { PendingWrite } from './pending-write.ts';

/*
 * What home said, with what it has not heard yet laid over it. Pass what `usePending` gives: only what may still be
 * sent. Undefined stands for an answer that this device does not have; what it made itself is shown all the same.
 */

export function overlayBench(
  bench: Bench | undefined,
  pending: readonly PendingWrite[],
  library: Library | undefined,
): Bench {
  const cards = bench?.practices ?? [];
  const known = new Set(cards.map((card) => card.id));
  const begun = pending
    .map((write) => newCard(write, pending, library))
    .filter((card) => card !== null)
    .filter((card) => !known.has(card.id));
  const practices = [...cards, ...begun].map((card) => overlayCard(card, pending));
  const latest = (at: string | null) => (at === null ? Number.NEGATIVE_INFINITY : Date.parse(at));
  practices.sort((a, b) => {
    const [left, right] = [latest(a.lastAttemptAt), latest(b.lastAttemptAt)];
    return left === right ? Date.parse(b.startedAt) - Date.parse(a.startedAt) : right - left;
  });
  const own = pendingSessions(pending);
  const sessions = [...(bench?.sessions ?? []), ...own];
  // With sessions that home has not counted yet its sum is no longer the whole; the bars are.
  return bench?.total === undefined || own.length > 0
    ? { practices, sessions }
    : { practices, sessions, total: bench.total };
}

/** Who writes a line for next time still practises; who closes the session days later does not. */
const LONGEST_AFTER_LAST_TAKE_MILLISECONDS = 10 * 60_000;

/** Minutes as the server counts them: to the session's end, at most a while after the end of its last attempt. */
function pendingSessions(pending: readonly PendingWrite[]): Bench['sessions'] {
  const facts = pending.map(factOf);
  const retracted = new Set(facts.map((fact) => (fact?.kind === 'retraction' ? fact.body.attemptId : null)));
  return facts.flatMap((session) => {
    if (session?.kind !== 'session') return [];
    const startedAt = session.body.startedAt;
    const attempts = facts.flatMap((fact) =>
      fact?.kind === 'attempt' && fact.body.sessionId === session.id && !retracted.has(fact.id)
        ? [fact.body]
        : [],
    );
    const end = facts.find((fact) => fact?.kind === 'session-end' && fact.id === session.id);
    const ends = attempts.map(
      (attempt) => Date.parse(attempt.startedAt) + (attempt.durationSeconds ?? 0) * 1000,
    );
    const lastAt = Math.max(Date.parse(startedAt), ...ends);
    const endsAt =
      end?.kind === 'session-end'
        ? Math.min(Date.parse(end.body.endedAt), lastAt + LONGEST_AFTER_LAST_TAKE_MILLISECONDS)
        : lastAt;
    const minutes = Math.max(0, endsAt - Date.parse(startedAt)) / 60_000;
    return [{ practiceId: session.body.practiceId, startedAt, minutes, attempts: attempts.length }];
  });
}

/** Undefined where neither home's answer nor the practice's micromastery is on this device. */
export function overlayPracticePage(
  page: PracticePage | undefined,
  practiceId: string,
  pending: readonly PendingWrite[],
  library: Library | undefined,
): PracticePage | undefined {
  if (page !== undefined) {
    return overlayChoices(
      {
        ...page,
        card: overlayCard(page.card, pending),
        payoffs: overlayPayoffs(page.payoffs, practiceId, pending),
      },
      practiceId,
      pending,
      library,
    );
  }
  for (const write of pending) {
    const card = newCard(write, pending, library);
    if (card?.id !== practiceId) continue;
    const micromastery = library?.micromasteries.find((one) => one.id === card.micromasteryId);
    if (micromastery === undefined) return undefined;
    const begun = {
      card: overlayCard(card, pending),
      micromastery,
      payoffs: overlayPayoffs([], practiceId, pending),
      lastAim: null,
      payoffChoice: null,
      supportShare: 0,
    };
    return overlayChoices(begun, practiceId, pending, library);
  }
  return undefined;
}

/** What was chosen on this device: a version to follow, the one thing to change, what comes after a payoff that held. */
function overlayChoices(
  page: PracticePage,
  practiceId: string,
  pending: readonly PendingWrite[],
  library: Library | undefined,
): PracticePage {
  let shown = page;
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'payoff-choice' && fact.body.practiceId === practiceId)
      shown = { ...shown, payoffChoice: { ...fact.body, id: fact.id } };
    if (fact?.kind === 'aim' && practiceOf(write, pending) === practiceId)
      shown = { ...shown, lastAim: { ...fact.body, id: fact.id, result: null } };
    if (fact?.kind === 'aim-result' && shown.lastAim?.id === fact.id)
      shown = { ...shown, lastAim: { ...shown.lastAim, result: fact.body } };
    if (fact?.kind !== 'following' || fact.body.practiceId !== practiceId) continue;
    const design = library?.micromasteries.find(
      ({ id, version }) => id === fact.body.micromasteryId && version === fact.body.micromasteryVersion,
    );
    if (design !== undefined) shown = { ...shown, micromastery: design, card: follow(shown.card, design) };
  }
  return shown;
}

function follow(card: PracticePage['card'], design: PracticePage['micromastery']): PracticePage['card'] {
  return {
    ...card,
    micromasteryId: design.id,
    micromasteryVersion: design.version,
    newestVersion: Math.max(card.newestVersion, design.version),
    isOwn: design.isOwn,
    ...cardOfDesign(design),
    attemptMinutes: design.repeat?.attemptMinutes ?? card.attemptMinutes,
  };
}

/** Newest first, as the list comes. */
export function overlayAttempts(
  list: AttemptList | undefined,
  practiceId: string,
  pending: readonly PendingWrite[],
): AttemptList {
  const facts = pending.map(factOf);
  const known = new Set(list?.attempts.map((attempt) => attempt.id));
  const retracted = new Set(facts.map((fact) => (fact?.kind === 'retraction' ? fact.body.attemptId : null)));
  const isOfFloor = (sessionId: string) =>
    facts.some((fact) => fact?.kind === 'session' && fact.id === sessionId && fact.body.isFloor);
  const made = facts
    .flatMap((fact): AttemptRow[] =>
      fact?.kind === 'attempt' && fact.body.practiceId === practiceId && !known.has(fact.id)
        ? [{ ...fact.body, id: fact.id, isFloor: isOfFloor(fact.body.sessionId), remarks: [] }]
        : [],
    )
    .reverse();
  // What was mended stands where the slip stood: made anew in the same place of its session, which was taken back.
  const mended = (slip: AttemptRow) =>
    retracted.has(slip.id)
      ? made.find(
          ({ id, sessionId, sequence }) =>
            !retracted.has(id) && sessionId === slip.sessionId && sequence === slip.sequence,
        )
      : undefined;
  const attempts = [...made, ...(list?.attempts ?? [])]
    .map((attempt) => mended(attempt) ?? attempt)
    .filter((attempt, index, all) => !retracted.has(attempt.id) && all.lastIndexOf(attempt) === index)
    .map((attempt) => overlayRemarks(attempt, pending));
  return { attempts, next: list?.next ?? null };
}

/** Those in force: a remark that another replaces is not shown. */
function overlayRemarks(attempt: AttemptRow, pending: readonly PendingWrite[]): AttemptRow {
  const known = new Set(attempt.remarks.map((remark) => remark.id));
  const added = pending.flatMap((write) => {
    const fact = factOf(write);
    if (fact?.kind !== 'remark' || fact.body.attemptId !== attempt.id || known.has(fact.id)) return [];
    return [{ ...fact.body, id: fact.id }];
  });
  if (added.length === 0) return attempt;
  const remarks = [...attempt.remarks, ...added];
  const replaced = new Set(remarks.map((remark) => remark.replacesId));
  return { ...attempt, remarks: remarks.filter((remark) => !replaced.has(remark.id)) };
}
