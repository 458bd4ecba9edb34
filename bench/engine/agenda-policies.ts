/** Ways to spend the minutes of a day: the agenda, the agenda as it was, and what it is held against. */
import { type AgendaPractice, planMinutes } from '../../src/engine/agenda/agenda.ts';
import { lookBackMinutes, mostPractices } from '../../src/engine/agenda/fit.ts';
import type { Standing } from '../../src/engine/retention/standing.ts';
import { MILLISECONDS_PER_DAY } from '../../src/engine/units.ts';
import { OURS } from './bar-table.ts';

/** What a policy may know of a practice: all that was seen, and nothing of what is true behind it. */
export type Seen = {
  readonly place: number;
  readonly attemptMinutes: number;
  readonly wantedDay: number | null;
  readonly scores: readonly number[];
  readonly lastDay: number | null;
  readonly isFocus: boolean;
  readonly standing: Pick<Standing, 'heldDays' | 'holdsForDays'>;
};

export type Today = { readonly day: number; readonly minutes: number };

/** Minutes to a practice, by its place. */
export type Spent = { readonly place: number; readonly minutes: number };
export type Policy = (seen: readonly Seen[], today: Today) => readonly Spent[];

export const START = Date.UTC(2026, 0, 5, 18);

export const localDay = (day: number) =>
  new Date(START + day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

function plannedBy(known: (one: Seen) => Partial<AgendaPractice>): Policy {
  return (seen, { day, minutes }) => {
    const plan = planMinutes({
      minutes,
      now: START + day * MILLISECONDS_PER_DAY,
      today: localDay(day),
      practices: seen.map((one) => ({ ...practiceOf(one), ...known(one) })),
      overrides: [],
      pauses: [],
    });
    if (plan.kind !== 'plan') return [];
    return plan.lines.flatMap(({ practiceId, fromMinute, toMinute }) =>
      practiceId === null ? [] : [{ place: Number(practiceId), minutes: toMinute - fromMinute }],
    );
  };
}

function practiceOf({ place, attemptMinutes, scores, lastDay, isFocus }: Seen): AgendaPractice {
  return {
    id: String(place),
    title: '',
    place: isFocus ? 'focus' : 'keep-alive',
    startedAt: START,
    attemptMinutes,
    hasFloor: false,
    takes: scores.length,
    lastPractisedAt: lastDay === null ? null : START + lastDay * MILLISECONDS_PER_DAY,
    sittingsLately: [],
    sittingsAWeek: null,
    designSittingsAWeek: null,
    needWithin: null,
    needRaisedAt: null,
    lastLine: null,
    variables: [],
  };
}

const fits = ({ minutes }: Today) => {
  const work = minutes - lookBackMinutes(minutes);
  return { work, isFitting: ({ attemptMinutes }: Seen) => attemptMinutes <= work };
};

/** Those practised longest ago, as many as a plan of the agenda may hold, with as many minutes each. */
const equalShares: Policy = (seen, today) => {
  const { work, isFitting } = fits(today);
  const order = seen.filter(isFitting).toSorted((a, b) => (a.lastDay ?? -1) - (b.lastDay ?? -1));
  const chosen = order.slice(0, mostPractices(today.minutes));
  return chosen.map(({ place }) => ({ place, minutes: Math.floor(work / chosen.length) }));
};

const GREEDY_TAKES = 8;

/** All of it to what has gained most with its latest takes; what has too few to tell comes first. */
const greedyOnScores: Policy = (seen, today) => {
  const { work, isFitting } = fits(today);
  const [best] = seen.filter(isFitting).toSorted((a, b) => gainOf(b) - gainOf(a));
  return best === undefined ? [] : [{ place: best.place, minutes: work }];
};

function gainOf({ scores, attemptMinutes }: Seen): number {
  if (scores.length < 2 * GREEDY_TAKES) return Number.POSITIVE_INFINITY;
  const mean = (from: number, to: number | undefined) =>
    scores.slice(from, to).reduce((sum, score) => sum + score, 0) / GREEDY_TAKES;
  return (mean(-GREEDY_TAKES, undefined) - mean(-2 * GREEDY_TAKES, -GREEDY_TAKES)) / attemptMinutes;
}

/** All of it to the nearest day that is not met yet; where there is none, equal shares. */
const nearestDay: Policy = (seen, today) => {
  const { work, isFitting } = fits(today);
  const open = seen.filter(
    (one) =>
      isFitting(one) &&
      one.wantedDay !== null &&
      one.wantedDay >= today.day &&
      (one.standing.heldDays ?? 0) < 3,
  );
  const [next] = open.toSorted((a, b) => (a.wantedDay ?? 0) - (b.wantedDay ?? 0));
  return next === undefined ? equalShares(seen, today) : [{ place: next.place, minutes: work }];
};

export const POLICIES: ReadonlyMap<string, Policy> = new Map([
  [
    OURS,
    plannedBy(({ standing, wantedDay }) => ({
      ...standing,
      wantedBy: wantedDay === null ? null : localDay(wantedDay),
    })),
  ],
  ['agenda without days and holding', plannedBy(() => ({}))],
  ['equal shares', equalShares],
  ['nearest day first', nearestDay],
  ['greedy on practice scores', greedyOnScores],
]);
