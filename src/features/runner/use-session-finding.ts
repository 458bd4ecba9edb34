import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatValue } from '../../engine/measure/format-value.ts';
import { type Measure, reaches } from '../../engine/measure/measure.ts';
import { ascending, medianOf, quantile } from '../../engine/picture/order-statistics.ts';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { RUNNING_WINDOW } from '../../engine/picture/running-median.ts';
import { heldWords, takesSpan } from '../../engine/picture/takes-words.ts';
import type { SessionFinding } from '../../engine/session/finding.ts';
import { findingSentence } from '../../engine/session/finding-sentence.ts';
import { findSessionPositive } from '../../engine/session/session-finding.ts';
import { countsTogether, isSameWork, type WorkOf, workOfSessions } from '../../engine/session/work.ts';
import { getJson } from '../../ui/api/api-client.ts';
import { historyQuery } from '../../ui/api/queries.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import {
  comparableIds,
  comparableTakes,
  conditionWords,
  kindOfSession,
  unsentOf,
} from '../../ui/offline/unsent-takes.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { Payoff } from '../practice/contract.ts';
import type { AttemptHistory } from '../practice/picture-contract.ts';
import { type RunningSession, standingTakes, type Take } from './running-session.ts';

/** What the end of a session says, and what it is said against. */
export type SessionWords = {
  readonly headline: string;
  /** The rest of what was found, if there is more. */
  readonly more: string | null;
  /** It tells where the middle of this session lies: nothing else need say it again. */
  readonly saysMiddle: boolean;
  /** Where earlier takes usually land, their middle half; null while there is no "usually". */
  readonly usual: UsualRange | null;
};

export type UsualRange = {
  readonly low: number;
  readonly high: number;
  /** How many takes it is the middle half of. */
  readonly n: number;
  /** How many of them were passes; null for every other kind. */
  readonly held: number | null;
};

/** Quartiles of fewer would be made of interpolation; the engine says the same of "usually". */
const FEWEST_FOR_USUAL = 4;

/** Attempts before this session, as far as this device knows them one by one. `unlisted`: how many more there are. */
type Listed = { readonly listed: readonly AttemptFact[]; readonly unlisted: number };

/** Of the same work; `counting` are those of other work that count towards the target. */
export type Before = Listed & { readonly counting: Listed };

type Ours = Pick<RunningSession, 'practiceId' | 'sessionId'> & Partial<WorkOf>;

export function factOfTake(take: Take, sessionId: string, value: number): AttemptFact {
  const conditions = conditionWords(take.conditions);
  return { id: take.attemptId, value, at: take.startedAt, sessionId, dayKey: take.localDay, conditions };
}

/**
 * Every attempt before this session: what home said, without what was taken back since, with what it has not heard of.
 * Null where home has attempts that this device never read: then nothing may be said about them.
 */
export function attemptsBefore(
  history: AttemptHistory | undefined,
  session: Ours,
  payoffIds: ReadonlySet<string>,
  pending: readonly PendingWrite[],
): Before | null {
  const unsent = unsentOf(pending, session.practiceId);
  if (history === undefined && !unsent.isOnlyHere) return null;
  const { retracted } = unsent;
  const home = history?.attempts ?? [];
  const homeCounting = history?.alsoCounting ?? { total: 0, attempts: [] };
  const known = new Set([...home, ...homeCounting.attempts].map((attempt) => attempt.id));
  const made = comparableTakes(unsent, payoffIds).filter(({ id }) => !known.has(id));
  const workOf = workOfSessions([...(history?.apart ?? []), ...unsent.sessions]);
  const ours = kindOfSession(session);
  const isOurs = (attempt: AttemptFact) => isSameWork(workOf(attempt.sessionId), ours);
  const doesCount = (attempt: AttemptFact) =>
    !isOurs(attempt) && countsTogether(workOf(attempt.sessionId).work, ours.work);
  const isBefore = (attempt: AttemptFact) =>
    attempt.sessionId !== session.sessionId && !retracted.has(attempt.id ?? '');
  const others = standIns(history, retracted);
  return {
    listed: [...others, ...[...home, ...made.filter(isOurs)].filter(isBefore)],
    unlisted: Math.max(0, (history?.total ?? 0) - home.length - others.length),
    counting: {
      listed: [...homeCounting.attempts, ...made.filter(doesCount)].filter(isBefore),
      unlisted: homeCounting.total - homeCounting.attempts.length,
    },
  };
}

/**
 * Of the attempts that are not listed: the best, and the first that reached the target. They stand in for all of them
 * where it matters whether a claim was true before.
 */
function standIns(history: AttemptHistory | undefined, retracted: ReadonlySet<string>): AttemptFact[] {
  const { earlierReached = null, earlierBest = null, earlierConditions = [] } = history ?? {};
  const ones = [earlierReached, earlierBest].filter((one) => one !== null);
  const [first, ...others] = [...new Map(ones.map((one) => [one.id, one])).values()]
    .filter((one) => !retracted.has(one.id))
    .sort((a, b) => a.at - b.at);
  if (first === undefined) return [];
  // Whatever was tried before is no longer tried for the first time.
  return [{ ...first, conditions: earlierConditions }, ...others];
}

/** The engine's one finding, with counts that include what is not listed, and no claim that the unlisted could belie. */
export function findingOf(measure: Measure, today: readonly AttemptFact[], before: Before): SessionFinding {
  const { listed, unlisted, counting } = before;
  const finding = findSessionPositive(measure, today, listed, counting.listed);
  const aimless = { ...measure, target: { low: null, high: null } };
  switch (finding.kind) {
    case 'personal-best':
      return { ...finding, earlier: finding.earlier + unlisted };
    case 'target-reached':
      // Whether one of the unlisted was first is not known here.
      return counting.unlisted === 0 ? finding : findSessionPositive(aimless, today, listed);
    case 'target-held': {
      const known = [...listed, ...counting.listed];
      const wasReached = known.some((attempt) => reaches(measure.target, attempt.value));
      // On which days the unlisted held it is not known here, so neither is the number of days.
      const isCounted = finding.daysHeld >= finding.daysNeeded && !finding.completes;
      const isKnown = counting.unlisted === 0 && (unlisted === 0 || !wasReached);
      return isKnown || isCounted ? finding : findSessionPositive(aimless, today, listed);
    }
    default:
      return finding;
  }
}

/** In a headline and the rest: the first sentence is what stays. */
export function splitHeadline(sentence: string): { headline: string; more: string | null } {
  const end = /[.?!][”’]?(?=\s)/u.exec(sentence);
  if (end === null) return { headline: sentence, more: null };
  const at = end.index + end[0].length;
  return { headline: sentence.slice(0, at), more: sentence.slice(at).trim() };
}

export function sessionWords(
  measure: Measure,
  today: readonly AttemptFact[],
  before: Before | null,
): SessionWords {
  if (before === null) return { ...unknownWords(measure, today), saysMiddle: false, usual: null };
  const finding = findingOf(measure, today, before);
  const usual = before.listed.slice(-RUNNING_WINDOW).map((attempt) => attempt.value);
  const sorted = ascending(usual);
  return {
    ...splitHeadline(findingSentence(measure, finding)),
    saysMiddle: saysMiddle(finding),
    usual:
      usual.length < FEWEST_FOR_USUAL
        ? null
        : {
            low: quantile(sorted, 0.25),
            high: quantile(sorted, 0.75),
            n: sorted.length,
            held: heldOf(measure, sorted),
          },
  };
}

function saysMiddle(finding: SessionFinding): boolean {
  if (finding.kind === 'learned') return finding.learned.what === 'against-usual';
  return finding.kind === 'target-held' || finding.kind === 'back-after-gap';
}

/** Where earlier takes are out of reach, only this session is described. */
function unknownWords(
  measure: Measure,
  today: readonly AttemptFact[],
): Pick<SessionWords, 'headline' | 'more'> {
  const more = 'Your earlier takes are not on this device.';
  const [only] = today;
  if (only === undefined) return { headline: 'No takes this time, and nothing is lost.', more: null };
  if (today.length === 1) return { headline: `One take: ${formatValue(measure, only.value)}.`, more };
  const sorted = ascending(today.map((one) => one.value));
  const [low, high] = [quantile(sorted, 0), quantile(sorted, 1)];
  return {
    headline: `Compared with nothing yet: ${takesSpan(measure, { n: sorted.length, low, high, held: heldOf(measure, sorted) })}.`,
    more,
  };
}

/** How many were passes; null for every other kind. */
function heldOf({ kind }: Measure, values: readonly number[]): number | null {
  return kind === 'pass' ? values.filter((value) => value === 1).length : null;
}

/** "The middle of this session: 6.5, over 6 takes." Null for fewer than three, which can be read off the drawing. */
export function middleWords(measure: Measure, values: readonly number[]): string | null {
  if (values.length < 3) return null;
  const held = heldOf(measure, values);
  if (held !== null) return `In this session ${heldWords(held, values.length)}.`;
  return `The middle of this session: ${formatValue(measure, medianOf(values))}, over ${values.length} takes.`;
}

/** Scored takes of this sitting that stand. */
export function factsOfToday(session: RunningSession): readonly AttemptFact[] {
  return standingTakes(session).flatMap((take) =>
    take.value === null ? [] : [factOfTake(take, session.sessionId, take.value)],
  );
}

/** Play has no scores, so nothing came before it that could be held against it. */
const NOTHING_BEFORE: Before = { listed: [], unlisted: 0, counting: { listed: [], unlisted: 0 } };

/** What came before a sitting, of the same work; null while it is not known. `error`: why home's word is out of reach. */
export function useBefore(
  { practiceId, sessionId, work, part }: Ours & WorkOf,
  payoff: Payoff,
  payoffs: readonly Payoff[],
): { readonly before: Before | null; readonly error: Error | null } {
  const isWhole = work === 'whole';
  const isApart = work === 'part' || work === 'showing';
  const whole = useQuery({ ...historyQuery(practiceId), enabled: isWhole });
  const own = useQuery({ ...historyOfWork(practiceId, { work, part }), enabled: isApart });
  const { data: history, error } = isWhole ? whole : own;
  const pending = usePending();
  return useMemo(() => {
    if (!isWhole && !isApart) return { before: NOTHING_BEFORE, error: null };
    const ours = { practiceId, sessionId, work, part };
    return { before: attemptsBefore(history, ours, comparableIds(payoffs, payoff), pending), error };
  }, [history, error, practiceId, sessionId, work, part, isWhole, isApart, payoff, payoffs, pending]);
}

export function useSessionWords(
  session: RunningSession,
  payoff: Payoff,
  payoffs: readonly Payoff[],
): SessionWords | null {
  const { before, error } = useBefore(session, payoff, payoffs);
  return useMemo(() => {
    // Wait for home's word; only when there is none, do without.
    if (before === null && error === null) return null;
    return sessionWords(measureOf(payoff, session.work), factsOfToday(session), before);
  }, [before, error, session, payoff]);
}

/** The target is of the whole: a part that comes up to it says nothing about that. */
export function measureOf(payoff: Payoff, work: WorkOf['work']): Payoff {
  return work === 'part' ? { ...payoff, target: { low: null, high: null } } : payoff;
}

/** Its key begins like the whole's: what touches one touches both. */
function historyOfWork(practiceId: string, { work, part }: WorkOf) {
  const words = new URLSearchParams(part === null ? { work } : { work, part });
  return queryOptions({
    queryKey: ['history', practiceId, work, part],
    queryFn: () => getJson<AttemptHistory>(`/api/practices/${practiceId}/history?${words}`),
  });
}
