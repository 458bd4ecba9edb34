import { useQuery } from '@tanstack/react-query';
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
import { historyQuery } from '../../ui/api/queries.ts';
import { factOf } from '../../ui/offline/fact.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { Payoff } from '../practice/contract.ts';
import type { AttemptHistory } from '../practice/picture-contract.ts';
import { type RunningSession, standingTakes, type Take } from './running-session.ts';

/** What the end of a session says, and what it is said against. */
export type SessionWords = {
  readonly headline: string;
  /** The rest of what was found, if there is more. */
  readonly more: string | null;
  /** Where earlier takes usually land, their middle half; null while there is no "usually". */
  readonly usual: { readonly low: number; readonly high: number } | null;
};

/** Quartiles of fewer would be made of interpolation; the engine says the same of "usually". */
const FEWEST_FOR_USUAL = 4;

/** Attempts before this session, as far as this device knows them one by one. `unlisted`: how many more there are. */
export type Before = {
  readonly listed: readonly AttemptFact[];
  readonly unlisted: number;
};

export function factOfTake(take: Take, sessionId: string, value: number): AttemptFact {
  const conditions = Object.entries(take.conditions).map(([variable, level]) => `${variable}: ${level}`);
  return { id: take.attemptId, value, at: take.startedAt, sessionId, dayKey: take.localDay, conditions };
}

/**
 * Every attempt before this session: what home said, without what was taken back since, with what it has not heard of.
 * Null where home has attempts that this device never read: then nothing may be said about them.
 */
export function attemptsBefore(
  history: AttemptHistory | undefined,
  session: Pick<RunningSession, 'practiceId' | 'sessionId'>,
  payoffIds: ReadonlySet<string>,
  pending: readonly PendingWrite[],
): Before | null {
  const facts = pending.map(factOf);
  const isBegunHere = facts.some((fact) => fact?.kind === 'practice' && fact.id === session.practiceId);
  if (history === undefined && !isBegunHere) return null;
  const retracted = new Set(facts.map((fact) => (fact?.kind === 'retraction' ? fact.body.attemptId : '')));
  const home = history?.attempts ?? [];
  const known = new Set(home.map((attempt) => attempt.id));
  const unsent = facts.flatMap((fact): AttemptFact[] => {
    if (fact?.kind !== 'attempt' || fact.body.practiceId !== session.practiceId) return [];
    const { value, startedAt, sessionId, localDay, conditions, payoffId } = fact.body;
    if (value === null || known.has(fact.id) || !payoffIds.has(payoffId)) return [];
    const names = Object.entries(conditions).map(([variable, level]) => `${variable}: ${level}`);
    return [
      { id: fact.id, value, at: Date.parse(startedAt), sessionId, dayKey: localDay, conditions: names },
    ];
  });
  const listed = [...home, ...unsent].filter(
    (attempt) => attempt.sessionId !== session.sessionId && !retracted.has(attempt.id ?? ''),
  );
  const others = standIns(history, retracted);
  const unlisted = Math.max(0, (history?.total ?? 0) - home.length - others.length);
  return { listed: [...others, ...listed], unlisted };
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
  const finding = findSessionPositive(measure, today, before.listed);
  if (before.unlisted === 0) return finding;
  switch (finding.kind) {
    case 'personal-best':
      return { ...finding, earlier: finding.earlier + before.unlisted };
    case 'target-held': {
      const wasReached = before.listed.some((attempt) => reaches(measure.target, attempt.value));
      // On which days the unlisted held it is not known here, so neither is the number of days.
      const isCounted = finding.daysHeld >= finding.daysNeeded && !finding.completes;
      if (!wasReached || isCounted) return finding;
      return findSessionPositive({ ...measure, target: { low: null, high: null } }, today, before.listed);
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
  if (before === null) return { ...unknownWords(measure, today), usual: null };
  const usual = before.listed.slice(-RUNNING_WINDOW).map((attempt) => attempt.value);
  const sorted = ascending(usual);
  return {
    ...splitHeadline(findingSentence(measure, findingOf(measure, today, before))),
    usual:
      usual.length < FEWEST_FOR_USUAL ? null : { low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) },
  };
}

/** Where earlier takes are out of reach, only this session is described. */
function unknownWords(
  measure: Measure,
  today: readonly AttemptFact[],
): Pick<SessionWords, 'headline' | 'more'> {
  const more = 'Your earlier takes are not on this device, so nothing is compared.';
  const [only] = today;
  if (only === undefined) return { headline: 'No takes this time, and nothing is lost.', more: null };
  if (today.length === 1) return { headline: `One take: ${formatValue(measure, only.value)}.`, more };
  const sorted = ascending(today.map((one) => one.value));
  const [low, high] = [quantile(sorted, 0), quantile(sorted, 1)];
  return {
    headline: `${takesSpan(measure, { n: sorted.length, low, high, held: heldOf(measure, sorted) })}.`,
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

export function useSessionWords(
  session: RunningSession,
  payoff: Payoff,
  payoffs: readonly Payoff[],
): SessionWords | null {
  const { data: history, error } = useQuery(historyQuery(session.practiceId));
  const pending = usePending();
  return useMemo(() => {
    const comparable = payoffs.filter(({ kind, unit }) => kind === payoff.kind && unit === payoff.unit);
    const payoffIds = new Set(comparable.map(({ id }) => id));
    const today = standingTakes(session).flatMap((take) =>
      take.value === null ? [] : [factOfTake(take, session.sessionId, take.value)],
    );
    const before = attemptsBefore(history, session, payoffIds, pending);
    // Wait for home's word; only when there is none, do without.
    if (before === null && error === null) return null;
    return sessionWords(payoff, today, before);
  }, [history, error, session, payoff, payoffs, pending]);
}
