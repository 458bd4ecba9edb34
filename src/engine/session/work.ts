/** Takes of these may have a score: a run of the whole, work on one part of it, a showing to others. Never drawn together. */
export const SCORED_WORKS = ['whole', 'part', 'showing'] as const;
/** What a session was. Play is for its own sake, backwards or worst on purpose: it is logged, and never scored. */
export const WORKS = [...SCORED_WORKS, 'play'] as const;
export type Work = (typeof WORKS)[number];

/** `part` names which part, and is null for everything else. */
export type WorkOf = { readonly work: Work; readonly part: string | null };

export const WHOLE: WorkOf = { work: 'whole', part: null };

/**
 * What the two-minute version is: a piece of the doing, or less of it. It is practice like any other; a value of it says
 * nothing of the whole, where fewer minutes are fewer misses.
 */
export const TWO_MINUTES: WorkOf = { work: 'part', part: 'two-minute version' };

/** By session. One that is not among them was a run of the whole, as are records from elsewhere. */
export function workOfSessions(
  apart: readonly (WorkOf & { readonly sessionId: string })[],
): (sessionId: string) => WorkOf {
  const works = new Map(apart.map(({ sessionId, work, part }) => [sessionId, { work, part }]));
  return (sessionId) => works.get(sessionId) ?? WHOLE;
}

/** Whether two may be drawn together. */
export function isSameWork(a: WorkOf, b: WorkOf): boolean {
  return a.work === b.work && (a.work !== 'part' || a.part === b.part);
}

/** A showing is the real thing, so it counts towards the target with whole runs. */
export function countsTogether(a: Work, b: Work): boolean {
  return isReal(a) && isReal(b);
}

const isReal = (work: Work) => work === 'whole' || work === 'showing';
