import { queryOptions } from '@tanstack/react-query';
import type { Agenda } from '../../features/agenda/contract.ts';
import type { EvidenceList } from '../../features/evidence/contract.ts';
import type { ExperimentList, ExperimentPage, Notebook } from '../../features/experiments/contract.ts';
import type { DesignVersions, Library, Micromastery } from '../../features/library/contract.ts';
import type { NeedList } from '../../features/needs/contract.ts';
import type { AttemptList, Bench, PracticePage } from '../../features/practice/contract.ts';
import type { AttemptHistory } from '../../features/practice/picture-contract.ts';
import type { Pair } from '../../features/rub-pat/contract.ts';
import type { SelfRatingList } from '../../features/self-ratings/contract.ts';
import type { Support } from '../../features/support/contract.ts';
import type { TwistList } from '../../features/twists/contract.ts';
import type { Me } from '../../platform/people/contract.ts';
import type { KeptPicture } from '../offline/overlay-history.ts';
import { queueView } from '../offline/queue.ts';
import { pendingOf } from '../offline/use-pending.ts';
import { getJson, Unreachable } from './api-client.ts';

/**
 * What more than one screen reads. Keys joined with ":" are the server's `touched` strings, so an answer to a write
 * says by itself what to read again.
 */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => getJson<Me>('/api/me') });

export const benchQuery = queryOptions({ queryKey: ['bench'], queryFn: () => getJson<Bench>('/api/bench') });

export const agendaQuery = queryOptions({
  queryKey: ['agenda'],
  queryFn: () => getJson<Agenda>('/api/agenda'),
});

export const needsQuery = queryOptions({
  queryKey: ['needs'],
  queryFn: () => getJson<NeedList>('/api/needs'),
});

/** Home need not be asked for what it cannot have heard of, since the write that begins it still waits to be sent. */
function refuseUnheardOf(path: string): void {
  if (pendingOf(queueView().writes).some((write) => write.path === path))
    throw new Unreachable('Home has not heard of it yet.');
}

/** Changes with a new release or a new design only, and is read again when either is touched. */
export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: () => getJson<Library>('/api/library'),
  staleTime: 300_000,
});

export const micromasteryQuery = (id: string) =>
  queryOptions({
    queryKey: ['micromastery', id],
    queryFn: () => {
      refuseUnheardOf(`/api/micromasteries/${id}/versions/1`);
      return getJson<Micromastery>(`/api/micromasteries/${id}`);
    },
  });

/** Every version of a micromastery, newest first. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['versions', id],
    queryFn: () => getJson<DesignVersions>(`/api/micromasteries/${id}/versions`),
  });

/** Reads what hangs on a practice. `rest`: the path after that of the practice. */
export async function ofPractice<T>(id: string, rest = ''): Promise<T> {
  const path = `/api/practices/${id}`;
  refuseUnheardOf(path);
  return getJson<T>(path + rest);
}

export const practiceQuery = (id: string) =>
  queryOptions({
    queryKey: ['practice', id],
    queryFn: () => ofPractice<PracticePage>(id),
  });

export const pictureQuery = (id: string) =>
  queryOptions({
    queryKey: ['picture', id],
    queryFn: () => ofPractice<KeptPicture>(id, '/picture'),
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['history', id],
    queryFn: () => ofPractice<AttemptHistory>(id, '/history'),
  });

/** What is around a practice: slots, if-then plans, things at hand. */
export const supportQuery = (id: string) =>
  queryOptions({
    queryKey: ['support', id],
    queryFn: () => ofPractice<Support>(id, '/support'),
  });

/** What is tried out in a practice: running and ended, newest first. */
export const experimentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['experiments', id],
    queryFn: () => ofPractice<ExperimentList>(id, '/experiments'),
  });

/** Challenges that were drawn in it. */
export const twistsQuery = (id: string) =>
  queryOptions({
    queryKey: ['twists', id],
    queryFn: () => ofPractice<TwistList>(id, '/twists'),
  });
export const selfRatingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['self-ratings', id],
    queryFn: () => ofPractice<SelfRatingList>(id, '/self-ratings'),
  });

/** The two parts that fight. */
export const pairQuery = (id: string) =>
  queryOptions({
    queryKey: ['pair', id],
    queryFn: () => ofPractice<Pair>(id, '/pair'),
  });

export const experimentQuery = (id: string) =>
  queryOptions({
    queryKey: ['experiment', id],
    queryFn: () => {
      refuseUnheardOf(`/api/experiments/${id}`);
      return getJson<ExperimentPage>(`/api/experiments/${id}`);
    },
  });

export const notebookQuery = queryOptions({
  queryKey: ['notebook'],
  queryFn: () => getJson<Notebook>('/api/notebook'),
});

/** Recordings, files and showings, newest first: the first page, which is the one that a device keeps. */
export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['evidence', id],
    queryFn: () => ofPractice<EvidenceList>(id, '/evidence'),
  });

/** Newest first. The first page is the one that a device keeps; `before` is where another page ended. */
export const attemptsQuery = (id: string, before: string | null) =>
  queryOptions({
    queryKey: before === null ? ['attempts', id] : ['attempts', id, before],
    queryFn: () =>
      ofPractice<AttemptList>(
        id,
        `/attempts${before === null ? '' : `?before=${encodeURIComponent(before)}`}`,
      ),
  });
