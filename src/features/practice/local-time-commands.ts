import { WRONG_CALL } from '../../platform/command-line/read-answer.ts';
import { CommandFault } from '../../platform/command-line/run-command.ts';

/** A moment, and the calendar day of those who were there. */
export type WrittenMoment = { readonly moment: Date; readonly localDay: string };

type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number };

const CLOCK = /^(\d{1,2}):(\d{2})$/;
const DATED = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?$/;
/** PostgreSQL's own bound; no place on earth is further from UTC than fourteen hours. */
const FARTHEST_OFFSET_HOURS = 15;
const EARLIEST_YEAR = 1900;

/**
 * What was written behind `--at`: `17:30` today, `2026-03-01 17:30`, or `2026-03-01` for its beginning, as this machine's
 * clock shows it; an offset from UTC may be written behind the time.
 */
export function readLocalTime(text: string, now: Date): WrittenMoment {
  const written = text.trim();
  const refuse = (why: string) => new CommandFault(`--at is “${text}”${why}`, WRONG_CALL);
  const parts = partsOf(written, now);
  if (parts === null) throw refuse('; write 17:30, or “2026-03-01 17:30”.');
  const { wall, offset, isDay } = parts;
  if (wall.year < EARLIEST_YEAR) throw refuse(`, and takes are kept from ${EARLIEST_YEAR} on.`);
  if (!isOfCalendar(wall)) throw refuse(', and the calendar has no such day.');
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 59) {
    throw refuse(', and a day goes from 00:00 to 23:59:59.');
  }
  const read = offset === null ? readHere(wall, isDay) : readWithOffset(wall, offset);
  if (read === 'skipped') throw refuse(', a time that clocks here skipped on that day; write another.');
  if (read === 'too-far') throw refuse(', and no clock is that far from UTC; write one up to 15:59.');
  if (read.moment > now) throw refuse(', which lies in the future.');
  return read;
}

export function localDayOf(moment: Date): string {
  return dayText(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

/** `isDay`: no time was written, so that the day itself is meant, whenever clocks let it begin. */
function partsOf(text: string, now: Date): { wall: Wall; offset: string | null; isDay: boolean } | null {
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
    const wall = { ...today, hour: Number(clock[1]), minute: Number(clock[2]), second: 0 };
    return { wall, offset: null, isDay: false };
  }
  const dated = DATED.exec(text);
  if (dated === null) return null;
  const [, year, month, day, hour, minute, second = '0', offset = null] = dated;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const wall = { ...date, hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second) };
  return { wall, offset, isDay: hour === undefined };
}

function isOfCalendar({ year, month, day }: Wall): boolean {
  const back = new Date(Date.UTC(year, month - 1, day));
  return back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
}

function readHere({ year, month, day, hour, minute, second }: Wall, isDay: boolean) {
  const moment = new Date(year, month - 1, day, hour, minute, second);
  const isShown = moment.getHours() === hour && moment.getMinutes() === minute;
  return isShown || isDay ? { moment, localDay: dayText(year, month, day) } : 'skipped';
}

/** An offset of the writer's own clock says where they were; UTC only says how it was written down. */
function readWithOffset({ year, month, day, hour, minute, second }: Wall, offset: string) {
  const [hours, minutes] = offset === 'Z' ? [0, 0] : [Number(offset.slice(1, 3)), Number(offset.slice(4))];
  if (hours > FARTHEST_OFFSET_HOURS || minutes > 59) return 'too-far';
  const ahead = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - ahead);
  return { moment, localDay: ahead === 0 ? localDayOf(moment) : dayText(year, month, day) };
}

function dayText(year: number, month: number, day: number): string {
  const pair = (part: number) => String(part).padStart(2, '0');
  return `${year}-${pair(month)}-${pair(day)}`;
}
