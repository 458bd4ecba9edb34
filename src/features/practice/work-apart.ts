import { countsTogether, isSameWork, SCORED_WORKS, type WorkOf } from '../../engine/session/work.ts';
import type { WorkTakes } from './picture-contract.ts';

/** As many as an answer may hold; nobody tells more parts apart. */
const MOST_WORKS = 200;

type Numbered<Fact> = {
  readonly id: string;
  readonly number: number;
  readonly sessionId: string;
  /** Null where it has no score, or one in another measure. */
  readonly fact: Fact | null;
};

export type Sorted<Fact> = {
  /** Those that are drawn. */
  readonly attempts: readonly Fact[];
  /** Every other one: it has a number all the same. */
  readonly others: readonly { readonly id: string; readonly number: number }[];
  /** Of the others, those that count towards the target. */
  readonly alsoCounting: readonly Fact[];
};

/** Parts what is drawn of one kind of work from what is not. Each keeps its number among all takes of the practice. */
export function partTakes<Fact>(
  takes: readonly Numbered<Fact>[],
  workOf: (sessionId: string) => WorkOf,
  wanted: WorkOf,
): Sorted<Fact> {
  const attempts: Fact[] = [];
  const others: { id: string; number: number }[] = [];
  const alsoCounting: Fact[] = [];
  for (const { id, number, sessionId, fact } of takes) {
    const work = workOf(sessionId);
    if (fact !== null && work.work !== 'play' && isSameWork(work, wanted)) {
      attempts.push(fact);
      continue;
    }
    others.push({ id, number });
    if (fact !== null && countsTogether(work.work, wanted.work)) alsoCounting.push(fact);
  }
  return { attempts, others, alsoCounting };
}

/** What there are takes of: whole runs, then each part by name, then showings. */
export function worksOf(
  takes: readonly Pick<Numbered<unknown>, 'sessionId'>[],
  workOf: (sessionId: string) => WorkOf,
): WorkTakes[] {
  const counts = new Map<string, WorkTakes>();
  for (const { sessionId } of takes) {
    const { work, part } = workOf(sessionId);
    // Play has no picture, as it has no scores.
    if (work === 'play') continue;
    const key = `${work}/${part ?? ''}`;
    counts.set(key, { work, part, takes: (counts.get(key)?.takes ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort(
      (a, b) =>
        SCORED_WORKS.indexOf(a.work) - SCORED_WORKS.indexOf(b.work) || byName(a.part ?? '', b.part ?? ''),
    )
    .slice(0, MOST_WORKS);
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
