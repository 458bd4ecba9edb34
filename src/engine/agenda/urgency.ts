import { dayNumber } from '../momentum/local-day.ts';
import { type Pause, pausedDaysBetween } from '../momentum/pause.ts';
import { daysBetween } from '../units.ts';
import { type Deadline, pressingDeadline } from './deadline.ts';
import { type LookAgain, lookAgainOf } from './look-again.ts';
import type { AgendaInput, AgendaPractice, NeedWithin, Rhythm } from './plan.ts';
import { intervalDays, rhythmOf } from './rhythm.ts';

/** From when it was raised: a week is a week, and ten minutes are a day, since they are over before anybody plans. */
const NEED_DAYS: Readonly<Record<PressingNeed, number>> = { 'ten-minutes': 1, 'this-week': 7 };
/** While it is pressing, waiting counts double, or threefold: enough to come first, and never for long. */
const NEED_WEIGHT: Readonly<Record<PressingNeed, number>> = { 'ten-minutes': 3, 'this-week': 2 };
/** Also of a deadline. Of all that makes waiting count more, only the largest does. */
export const LARGEST_WEIGHT = NEED_WEIGHT['ten-minutes'];
/** A small pull: an experiment never comes before what has waited a quarter longer over its own interval. */
const EXPERIMENT_WEIGHT = 1.25;

type PressingNeed = Exclude<NeedWithin, 'this-year'>;

/** A practice as the agenda weighs it at one moment. */
export type Candidate = {
  readonly practice: AgendaPractice;
  /** Null where there was no sitting yet. */
  readonly lastAt: number | null;
  /** Days without a sitting, paused ones counted only for what slips; from taking it up where there was none. */
  readonly waitDays: number;
  readonly pausedDays: number;
  readonly rhythm: Rhythm;
  /** From one sitting to the next, as wished, designed, or as long as it holds. */
  readonly intervalDays: number;
  readonly lookAgain: LookAgain | null;
  readonly need: PressingNeed | null;
  readonly deadline: Deadline | null;
  readonly weight: number;
  readonly urgency: number;
  /** Its interval has passed: urgency is at least 1. */
  readonly isDue: boolean;
  /** Past its first criterion, and the learner mixes. */
  readonly isMixable: boolean;
};

/** `today`: its number, so that no date is read again for every practice. */
export type AgendaMoment = {
  readonly now: number;
  readonly today: number;
  readonly pauses: readonly Pause[];
  readonly mixes: boolean;
};

export function momentOf({
  now,
  today,
  pauses,
  mixes = false,
}: Pick<AgendaInput, 'now' | 'today' | 'pauses' | 'mixes'>): AgendaMoment {
  return { now, today: dayNumber(today), pauses, mixes };
}

/**
 * urgency = days waited / days from one sitting to the next, times the weight of what presses: docs/science/agenda.md.
 * What has never been practised counts as having waited one interval longer: it is due from the day it is taken up.
 */
export function weigh(practice: AgendaPractice, moment: AgendaMoment): Candidate {
  const lastAt = lastSittingAt(practice);
  const deadline = pressingDeadline(practice, moment.today);
  const rhythm = rhythmOf(practice, deadline !== null);
  const lookAgain = lookAgainOf(practice, rhythm);
  const interval = lookAgain?.days ?? intervalDays(rhythm);
  const since = waitSince(lastAt ?? practice.startedAt, moment);
  // A pause stops no forgetting.
  const waitDays = lookAgain === null ? since.waitDays : since.days;
  const waited = lastAt === null ? waitDays + interval : waitDays;
  const need = pressingNeed(practice, moment.now);
  const weight = weightOf(practice, need, deadline);
  const urgency = (waited / interval) * weight;
  return {
    practice,
    lastAt,
    waitDays,
    pausedDays: since.pausedDays,
    rhythm,
    intervalDays: interval,
    lookAgain,
    need,
    deadline,
    weight,
    urgency,
    isDue: urgency >= 1,
    isMixable: moment.mixes && (practice.heldDays ?? 0) > 0,
  };
}

function weightOf(
  { experiment }: AgendaPractice,
  need: PressingNeed | null,
  deadline: Deadline | null,
): number {
  const pull = experiment != null && experiment.wanted > 0 ? EXPERIMENT_WEIGHT : 1;
  return Math.max(pull, deadline?.weight ?? 1, need === null ? 1 : NEED_WEIGHT[need]);
}

/** The latest of all that is known. */
function lastSittingAt({ lastPractisedAt, sittingsLately }: AgendaPractice): number | null {
  let last = lastPractisedAt;
  for (const at of sittingsLately) if (last === null || at > last) last = at;
  return last;
}

/**
 * The calendar day of a moment, as near as it can be known without its time zone: to the nearest whole day. What a clock
 * that was ahead puts into the time to come is today's.
 */
export function dayOf(at: number, { now, today }: Pick<AgendaMoment, 'now' | 'today'>): number {
  return today - Math.max(0, Math.round(daysBetween(at, now)));
}

function waitSince(at: number, moment: AgendaMoment) {
  const days = Math.max(0, daysBetween(at, moment.now));
  const pausedDays = pausedDaysBetween(moment.pauses, dayOf(at, moment), moment.today);
  return { days, waitDays: Math.max(0, days - pausedDays), pausedDays };
}

/** Null where there is no open need, or it is not said when it was raised: then nothing presses. */
function pressingNeed({ needWithin, needRaisedAt }: AgendaPractice, now: number): PressingNeed | null {
  if (needWithin === null || needWithin === 'this-year' || needRaisedAt === null) return null;
  return daysBetween(needRaisedAt, now) < NEED_DAYS[needWithin] ? needWithin : null;
}

/**
 * What is due comes first, the longest over its interval before the rest; then what is in focus; then what is kept alive.
 * Ties go to focus, to what was taken up earlier, and to the smaller id, so that no order of the input matters.
 */
export function byUrgency(a: Candidate, b: Candidate): number {
  return (
    standing(a) - standing(b) ||
    b.urgency - a.urgency ||
    Number(b.practice.place === 'focus') - Number(a.practice.place === 'focus') ||
    a.practice.startedAt - b.practice.startedAt ||
    compareIds(a.practice.id, b.practice.id)
  );
}

function standing({ isDue, practice, deadline }: Candidate): number {
  if (isDue) return 0;
  return practice.place === 'focus' || deadline !== null ? 1 : 2;
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
