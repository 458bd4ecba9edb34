import type { DateOrder } from './contract.ts';
import { dayOf, type Zone } from './time-zone.ts';

export type WrittenTime =
  | { readonly kind: 'time'; readonly moment: number; readonly localDay: string }
  | { readonly kind: 'fault'; readonly reason: string };

export type TimeReading = {
  readonly zone: Zone;
  readonly timesAreUtc: boolean;
  /** Of dates such as 01/02/2026. */
  readonly order: DateOrder | null;
};

type CalendarDay = { year: number; month: number; day: number };
type DateForm = CalendarDay | { first: number; second: number; year: number; separator: string };
type Parts = {
  date: DateForm;
  hour: number;
  minute: number;
  second: number;
  fraction: number;
  offset: string | null;
};

const LONGEST_TEXT = 60;
const CLOCK =
  /(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/
    .source;
const CLOCK_ALONE = new RegExp(`^${CLOCK}$`, 'i');
/** Spreadsheets write a date as its midnight. */
const MIDNIGHT = /[T ,]+(?:0{1,2}:00(?::00(?:[.,]0{1,9})?)?|12:00(?::00)?\s*am)$/i;
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${CLOCK}$`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${CLOCK}$`, 'i');
/** Two numbers before the year: most files have none, and a look at each cell should cost little. */
const MAY_BE_UNDECIDED = /^\s*\d{1,2}[-/.]\d/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Not any word that begins so: marraskuu is November. */
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const MONTH_NAMED = new RegExp(`^${MONTH} (\\d{1,2}),? (\\d{4})${CLOCK}$`, 'i');
const DAY_THEN_MONTH = new RegExp(`^(\\d{1,2})\\.?[ -]${MONTH}[ -](\\d{4})${CLOCK}$`, 'i');
const SECONDS_SINCE_1970 = /^(\d{9,10})(\.\d+)?$/;
const MILLISECONDS_SINCE_1970 = /^\d{12,13}$/;
const SHORT_YEAR = /^\d{1,2}([-/.])\d{1,2}\1\d{2}(?!\d)|^\d{1,2}\.?[ -][a-z]{3,9}\.?[ -]\d{2}(?!\d)/i;
const WEEK_DATE = /^\d{4}-?W\d{2}/i;
/** PostgreSQL's own bound; no place on earth is further from UTC than fourteen hours. */
const FARTHEST_OFFSET_HOURS = 15;

/** Whether a text reads as a moment at all; bare numbers are not, since most numbers are something else. */
export function looksLikeTime(text: string): boolean {
  return readParts(text.trim()) !== null;
}

/** A date that says no time of day. */
export function looksLikeDate(text: string): boolean {
  const date = text.trim().replace(MIDNIGHT, '');
  return !date.includes(':') && readParts(date) !== null;
}

/** The hour, 0 to 23, of a time of day that stands without a date; null where the text is none. */
export function hourOfClock(text: string): number | null {
  const parts = isClock(text.trim()) ? readParts(`2000-01-01 ${text.trim()}`) : null;
  return parts === null || timeOf(parts) === null ? null : parts.hour;
}

/** What the dates of a column show about their order. Feed every cell; `order` is null while nothing decides it. */
export function watchDateOrder() {
  let isUndecided = false;
  let dayFirst = false;
  let monthFirst = false;
  return {
    see(text: string): void {
      if (!MAY_BE_UNDECIDED.test(text)) return;
      const date = readParts(text.trim())?.date;
      if (date === undefined || 'day' in date) return;
      if (date.separator === '.' || date.first > 12) dayFirst = true;
      else if (date.second > 12) monthFirst = true;
      else isUndecided = true;
    },
    result: (): DateOrder | null | 'undecided' => {
      if (dayFirst !== monthFirst) return dayFirst ? 'day-first' : 'month-first';
      return isUndecided || dayFirst ? 'undecided' : null;
    },
  };
}

/** One cell of the time column. Fractions finer than a millisecond are cut. */
export function readWrittenTime(text: string, { zone, timesAreUtc, order }: TimeReading): WrittenTime {
  const clean = text.trim();
  if (clean === '') return fault('there is no start time');
  const counted = readCounted(clean);
  if (counted !== null) return bounded(counted, dayOf(counted + zone.offsetAt(counted)));
  const parts = readParts(clean);
  if (parts === null) {
    return fault(unreadReason(clean, 'the start is not a date and time', '2026-03-01 17:30:00'));
  }
  const date = orderDate(parts.date, order);
  if (date === null) return fault('the date could be day-first or month-first');
  if (!isInReach(date.year)) return fault(OUT_OF_REACH);
  const day = startOf(date);
  if (day === null) return fault('there is no such day in the calendar');
  const time = timeOf(parts);
  if (time === null) return fault('there is no such time; a day goes from 00:00:00 to 23:59:59');
  const wall = day + time;
  if (parts.offset === null && !timesAreUtc) return bounded(zone.momentOf(wall), dayOf(wall));
  const offset = parts.offset === null ? 0 : offsetOf(parts.offset);
  if (offset === null) return fault('no clock is that far from UTC; write one up to 15:59, such as +02:00');
  const moment = wall - offset;
  // An offset of the writer's own clock says where they were; UTC only says how it was written down.
  return bounded(moment, offset === 0 ? dayOf(moment + zone.offsetAt(moment)) : dayOf(wall));
}

/** A date and the time of day in the cell beside it: read as if both stood in one, under the same rules. */
export function readDateAndClock(dateText: string, clockText: string, reading: TimeReading): WrittenTime {
  const date = dateText.trim().replace(MIDNIGHT, '');
  const clock = clockText.trim();
  if (date === '') return fault(clock === '' ? 'there is no start time' : 'there is no date');
  if (clock === '') return fault('there is no time of day');
  if (readParts(date) === null) return fault(unreadReason(date, 'the date is not a date', '2026-03-01'));
  if (date.includes(':')) {
    return fault('the date has a time of its own; choose no column for the time of day');
  }
  if (!isClock(clock)) return fault('the time of day is not a time; write 17:30:00');
  return readWrittenTime(`${date} ${clock}`, reading);
}

const isClock = (text: string) => text !== '' && text.length <= LONGEST_TEXT && CLOCK_ALONE.test(` ${text}`);

const fault = (reason: string): WrittenTime => ({ kind: 'fault', reason });

const isInReach = (year: number) => year >= 1900 && year < 2200;
const OUT_OF_REACH = 'the start lies outside the years 1900 to 2199';

function bounded(moment: number, localDay: string): WrittenTime {
  // An offset may put the one of them into another year.
  const years = [new Date(moment).getUTCFullYear(), Number(localDay.slice(0, 4))];
  return years.every(isInReach) ? { kind: 'time', moment, localDay } : fault(OUT_OF_REACH);
}

/** What people write that could be read, but not without a guess. */
function unreadReason(text: string, otherwise: string, example: string): string {
  const such = `write ${example}`;
  if (SHORT_YEAR.test(text)) return `the year has two digits; ${such}`;
  if (WEEK_DATE.test(text)) return `weeks of the year are not read; ${such}`;
  return isClock(text)
    ? 'a time of day without a date; choose the column with the date, and this one as its time of day'
    : `${otherwise}; ${such}`;
}

function readCounted(text: string): number | null {
  const seconds = SECONDS_SINCE_1970.exec(text);
  if (seconds !== null) return Math.round(Number(text) * 1000);
  return MILLISECONDS_SINCE_1970.test(text) ? Number(text) : null;
}

function readParts(text: string): Parts | null {
  if (text.length > LONGEST_TEXT) return null;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const date = { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
    return withClock(date, yearFirst.slice(4));
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    const [, first, separator = '', second, year] = yearLast;
    const date = { first: Number(first), second: Number(second), year: Number(year), separator };
    return withClock(date, yearLast.slice(5));
  }
  const monthNamed = MONTH_NAMED.exec(text);
  if (monthNamed !== null) {
    const [, month = '', day, year] = monthNamed;
    return withClock({ year: Number(year), month: monthOf(month), day: Number(day) }, monthNamed.slice(4));
  }
  const dayThenMonth = DAY_THEN_MONTH.exec(text);
  if (dayThenMonth === null) return null;
  const [, day, month = '', year] = dayThenMonth;
  return withClock({ year: Number(year), month: monthOf(month), day: Number(day) }, dayThenMonth.slice(4));
}

const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const NO_HOUR = 24;

function withClock(date: DateForm, clock: readonly (string | undefined)[]): Parts {
  const [hour, minute, second, fraction, half, offset] = clock;
  let hours = Number(hour ?? 0);
  if (half !== undefined) {
    // 13 PM and 0 AM are no times, and are told so.
    hours = hours < 1 || hours > 12 ? NO_HOUR : (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  return {
    date,
    hour: hours,
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    fraction: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
    offset: offset ?? null,
  };
}

function orderDate(date: DateForm, order: DateOrder | null): CalendarDay | null {
  if ('day' in date) return date;
  const { first, second, year } = date;
  if (order === 'day-first') return { year, month: second, day: first };
  return order === 'month-first' ? { year, month: first, day: second } : null;
}

/** Of the day, in milliseconds; null where the calendar has no such day. */
function startOf({ year, month, day }: CalendarDay): number | null {
  const start = Date.UTC(year, month - 1, day);
  const back = new Date(start);
  const isReal =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return isReal ? start : null;
}

/** Milliseconds since the day began; null where a clock shows no such time. */
function timeOf({ hour, minute, second, fraction }: Parts): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

/** Milliseconds; null where no clock is that far from UTC. */
function offsetOf(text: string): number | null {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (parts === null) return 0;
  const [hours, minutes] = [Number(parts[2]), Number(parts[3] ?? 0)];
  if (hours > FARTHEST_OFFSET_HOURS || minutes > 59) return null;
  return (parts[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
