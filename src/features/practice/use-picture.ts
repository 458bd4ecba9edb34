import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type AimedAttempt,
  type FirstSuccess,
  findFirstSuccess,
} from '../../engine/picture/first-success.ts';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { countsTogether, isSameWork, WHOLE, workOfSessions } from '../../engine/session/work.ts';
import { historyQuery, pictureQuery } from '../../ui/api/queries.ts';
import { usePracticePage } from '../../ui/api/use-kept.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import { comparableIds, comparableTakes, type Unsent, unsentOf } from '../../ui/offline/unsent-takes.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { Payload } from '../../ui/payoff/picture-words.ts';
import type { Payoff } from './contract.ts';
import type { AttemptHistory, PracticePicture, WorkTakes } from './picture-contract.ts';

export type KnownPicture = {
  readonly picture: Payload | null;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Takes of this device that the picture does not show yet. */
  readonly missing: number;
  /** Null too where it cannot be told from here. */
  readonly firstSuccess: Pick<FirstSuccess, 'secondsAfter'> | null;
  /** What there are takes of at home: whole runs, parts, showings. */
  readonly works: readonly WorkTakes[];
};

/** Of whole runs: home's picture; or, while takes wait on this device, one that is drawn here from all takes it knows. */
export function usePicture(practiceId: string, payoffs: readonly Payoff[]): KnownPicture {
  const answer = useQuery(pictureQuery(practiceId));
  const pending = usePending();
  const payoff = payoffs[0];
  const page = usePracticePage(practiceId).value;
  const hasTrick = page?.micromastery.entryTrick != null;
  const takenUpAt = page === undefined ? null : Date.parse(page.card.startedAt);
  const changes = useMemo(
    () => changesOf(pending, { practiceId, payoffs, hasTrick }),
    [pending, practiceId, payoffs, hasTrick],
  );
  const isChanged = changes.made.length > 0 || changes.retracted.size > 0 || answer.data?.isBehind === true;
  const history = useQuery({ ...historyQuery(practiceId), enabled: isChanged });
  const facts = knownFacts(history.data, changes);
  const drawn = useQuery(drawnHere(practiceId, payoff, facts, isChanged));
  const own = isChanged && facts !== null ? (drawn.data ?? null) : null;
  return {
    picture: own ?? answer.data?.picture ?? null,
    isLoading: answer.isPending || (isChanged && history.isPending && !changes.isOnlyHere),
    error: own === null ? answer.error : null,
    retry: () => void answer.refetch(),
    missing: isChanged && own === null ? changes.made.length : 0,
    firstSuccess: firstSuccessOf(answer.data, changes, takenUpAt),
    works: answer.data?.works ?? [],
  };
}

function drawnHere(
  practiceId: string,
  payoff: Payoff | undefined,
  facts: KnownFacts | null,
  isChanged: boolean,
) {
  const ids = facts && [...facts.drawn, ...facts.alsoCounting].map((fact) => fact.id);
  return queryOptions({
    queryKey: ['drawn-here', practiceId, payoff?.id, ids],
    // Only where it is needed is the engine fetched; it is kept with the app.
    queryFn: async (): Promise<Payload | null> => {
      const { drawPage } = await import('../../engine/outlook/draw-page.ts');
      if (payoff === undefined || facts === null) return null;
      return drawPage(payoff, facts.drawn, { alsoCounting: facts.alsoCounting });
    },
    enabled: isChanged && facts !== null && payoff !== undefined,
    placeholderData: (before: Payload | null | undefined) => before,
    gcTime: 0,
  });
}

/** Home knows what came before; only of a practice that it has not heard of yet does this device know everything. */
export function firstSuccessOf(
  answer: Pick<PracticePicture, 'firstSuccess'> | undefined,
  { aimed, retracted, isOnlyHere }: Pick<Changes, 'aimed' | 'retracted' | 'isOnlyHere'>,
  takenUpAt: number | null,
): Pick<FirstSuccess, 'secondsAfter'> | null {
  if (isOnlyHere && takenUpAt !== null) {
    return findFirstSuccess(
      takenUpAt,
      aimed.filter(({ id }) => !retracted.has(id)),
    );
  }
  const known = answer?.firstSuccess ?? null;
  return known === null || retracted.has(known.id) ? null : known;
}

type Changes = Pick<Unsent, 'retracted' | 'sessions' | 'isOnlyHere'> & {
  readonly made: readonly AttemptFact[];
  /** Every take of this device, scored or not, in order: each of them has a number. */
  readonly taken: readonly Taken[];
  /** All of this device, in whatever measure, each with the target of its time. */
  readonly aimed: readonly AimedAttempt[];
};

type Taken = { readonly id: string; readonly sessionId: string; readonly at: number };

type Practised = {
  readonly practiceId: string;
  readonly payoffs: readonly Payoff[];
  readonly hasTrick: boolean;
};

/** Scored takes of this device, in the measure that is in force; others are not comparable. */
export function changesOf(
  pending: readonly PendingWrite[],
  { practiceId, payoffs, hasTrick }: Practised,
): Changes {
  const unsent = unsentOf(pending, practiceId);
  const made = comparableTakes(unsent, comparableIds(payoffs));
  const workOf = workOfSessions(unsent.sessions);
  const { attempts, retracted, sessions, isOnlyHere } = unsent;
  const aimed = attempts.flatMap(({ id, body }): AimedAttempt[] => {
    const { value, startedAt, durationSeconds, sessionId, payoffId, source } = body;
    const target = payoffs.find((one) => one.id === payoffId)?.target;
    if (value === null || target === undefined || !countsTogether(workOf(sessionId).work, 'whole')) return [];
    const at = Date.parse(startedAt);
    return [{ id, at, durationSeconds, value, target, isImported: source === 'import' }];
  });
  return {
    made: hasTrick ? made : made.map((take) => ({ ...take, isTrickRead: undefined })),
    taken: attempts.map(({ id, body }) => ({
      id,
      sessionId: body.sessionId,
      at: Date.parse(body.startedAt),
    })),
    aimed,
    retracted,
    sessions,
    isOnlyHere,
  };
}

export type KnownFacts = {
  readonly drawn: readonly AttemptFact[];
  /** Of showings: for the target only. */
  readonly alsoCounting: readonly AttemptFact[];
};

/**
 * All scored takes of whole runs with their numbers, as the list counts them: what was taken back moves those after it up. Null where
 * this device does not know every take of home, scored or not: then nothing is drawn here.
 */
export function knownFacts(
  history: AttemptHistory | undefined,
  { made, taken, retracted, sessions, isOnlyHere }: Changes,
): KnownFacts | null {
  if (history === undefined && !isOnlyHere) return null;
  const { attempts = [], others = [], standing = 0 } = history ?? {};
  if (attempts.length + others.length !== standing) return null;
  const home = [...attempts, ...others].sort((a, b) => a.number - b.number).map(({ id }) => id);
  // What was mended has the place of the slip: made anew in the same moment of its session, which was taken back.
  const slips = [...attempts, ...taken].filter(({ id }) => retracted.has(id));
  const inPlace = new Map(
    taken
      .filter(({ id }) => !retracted.has(id))
      .flatMap((take) => {
        const slip = slips.find(({ sessionId, at }) => sessionId === take.sessionId && at === take.at);
        return slip === undefined ? [] : [[slip.id, take.id] as const];
      }),
  );
  const inOrder = [...home, ...taken.map(({ id }) => id)].map((id) => inPlace.get(id) ?? id);
  const standingIds = [...new Set(inOrder)].filter((id) => !retracted.has(id));
  const counting = history?.alsoCounting?.attempts ?? [];
  const workOf = workOfSessions([...(history?.apart ?? []), ...sessions]);
  const scored = new Map<string | undefined, AttemptFact>(
    [...made, ...counting, ...attempts].map((fact) => [fact.id, fact]),
  );
  const numbered = standingIds.flatMap((id, index) => {
    const fact = scored.get(id);
    return fact === undefined ? [] : [{ ...fact, number: index + 1 }];
  });
  const isWhole = (fact: AttemptFact) => isSameWork(workOf(fact.sessionId), WHOLE);
  return {
    drawn: numbered.filter(isWhole),
    alsoCounting: numbered.filter(
      (fact) => !isWhole(fact) && countsTogether(workOf(fact.sessionId).work, 'whole'),
    ),
  };
}
