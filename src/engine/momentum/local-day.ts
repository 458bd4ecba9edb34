import { MILLISECONDS_PER_DAY } from '../units.ts';

/** 'YYYY-MM-DD', as the learner counts their days. */
export type LocalDay = string;

/** Whole days since 1970-01-01, so that days can be told apart by subtraction whatever the clock does in spring. */
export function dayNumber(day: LocalDay): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / MILLISECONDS_PER_DAY;
}

const DAYS_PER_WEEK = 7;
/** 1970-01-01 was a Thursday, three days after its Monday. */
const DAYS_AFTER_MONDAY = 3;

/** The number of the Monday on which the day's calendar week begins. */
export function mondayOf(day: number): number {
  return Math.floor((day + DAYS_AFTER_MONDAY) / DAYS_PER_WEEK) * DAYS_PER_WEEK - DAYS_AFTER_MONDAY;
}
