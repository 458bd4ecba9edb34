import { dayNumber } from '../momentum/local-day.ts';
import { type Pause, pausedDaysBetween } from '../momentum/pause.ts';
import { daysBetween } from '../units.ts';
import type { AgendaInput, AgendaPractice, NeedWithin, Rhythm } from './plan.ts';
import { intervalDays, rhythmOf } from './rhythm.ts';

/** From when it was raised: a week is a week, and ten minutes are a day, since they are over before anybody plans. */
const NEED_DAYS: Readonly<Record<PressingNeed, number>> = { 'ten-minutes': 1, 'this-week': 7 };
/** While it is pressing, waiting counts double, or threefold: enough to come first, and never for long. */
const NEED_WEIGHT: Readonly<Record<PressingNeed, number>> = { 'ten-minutes': 3, 'this-week': 2 };
export const LARGEST_NEED_WEIGHT = NEED_WEIGHT['ten-minutes'];

type PressingNeed = Exclude<NeedWithin, 'this-year'>;

/** A practice as the agenda weighs it at one moment. */
export type Candidate = {
  readonly practice: AgendaPractice;
  /** Null where there was no sitting yet. */
  readonly lastAt: number | null;
  /** Days without a sitting, paused ones not counted; from taking it up where there was none. */
  readonly waitDays: number;
  readonly pausedDays: number;
  readonly rhythm: Rhythm;
  readonly need: PressingNeed | null;
  readonly urgency: number;
  /** Its interval has passed: urgency is at least 1. */
  readonly isDue: boolean;
};

/** `today`: its number, so that no date is read again for every practice. */
export type AgendaMoment = {
  readonly now: number;
  readonly today: number;
  readonly pauses: readonly Pause[];
};

export function momentOf({
  now,
  today,
  pauses,
}: Pick<AgendaInput, 'now' | 'today' | 'pauses'>): AgendaMoment {
  return { now, today: dayNumber(today), pauses };
}

/**
 * urgency = days waited / days from one sitting to the next as wished, times 2 or 3 while a need is pressing.
 * What has never been practised counts as having waited one interval longer: it is due from the day it is taken up.
 */
export function weigh(practice: AgendaPractice, moment: AgendaMoment): Candidate {
  const lastAt = lastSittingAt(practice);
  const { waitDays, pausedDays } = waitSince(lastAt ?? practice.startedAt, moment);
  const rhythm = rhythmOf(practice);
  const interval = intervalDays(rhythm);
  const need = pressingNeed(practice, moment.now);
  const waited = lastAt === null ? waitDays + interval : waitDays;
  const urgency = (waited / interval) * (need === null ? 1 : NEED_WEIGHT[need]);
  return { practice, lastAt, waitDays, pausedDays, rhythm, need, urgency, isDue: urgency >= 1 };
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
  return { waitDays: Math.max(0, days - pausedDays), pausedDays };
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

function standing({ isDue, practice }: Candidate): number {
  if (isDue) return 0;
  return practice.place === 'focus' ? 1 : 2;
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
