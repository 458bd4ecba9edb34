import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZone } from './time-zone.ts';
import {
  hourOfClock,
  looksLikeDate,
  readDateAndClock,
  readWrittenTime,
  type TimeReading,
  type WrittenTime,
  watchDateOrder,
} from './written-time.ts';

type Reading = Partial<TimeReading> & { timeZone?: string };
const readingOf = ({ timeZone = 'UTC', ...rest }: Reading): TimeReading => {
  return { zone: openZone(timeZone), timesAreUtc: false, order: null, ...rest };
};
const shown = (time: WrittenTime) =>
  time.kind === 'time' ? [new Date(time.moment).toISOString(), time.localDay] : time.reason;

const read = (text: string, more: Reading = {}) => shown(readWrittenTime(text, readingOf(more)));
const readBoth = (date: string, clock: string, more: Reading = {}) =>
  shown(readDateAndClock(date, clock, readingOf(more)));

describe('a written time', () => {
  it.each([
    ['2012-01-16 19:08:04', '2012-01-16T19:08:04.000Z', '2012-01-16'],
    ['2012-01-16T19:08:04.1234Z', '2012-01-16T19:08:04.123Z', '2012-01-16'],
    ['2012/1/6 7:08', '2012-01-06T07:08:00.000Z', '2012-01-06'],
    ['2012-01-16', '2012-01-16T00:00:00.000Z', '2012-01-16'],
    ['2012-01-16T23:30:00-05:00', '2012-01-17T04:30:00.000Z', '2012-01-16'],
    ['2012-01-16 23:30:00 +0530', '2012-01-16T18:00:00.000Z', '2012-01-16'],
    ['Jan 16, 2012, 7:08:04 PM', '2012-01-16T19:08:04.000Z', '2012-01-16'],
    ['16 January 2012 12:08 am', '2012-01-16T00:08:00.000Z', '2012-01-16'],
    ['2012-01-16 12:08:04 PM', '2012-01-16T12:08:04.000Z', '2012-01-16'],
    ['16-Sept-2012 7:08pm', '2012-09-16T19:08:00.000Z', '2012-09-16'],
    ['2012-01-16 19:08:04,5', '2012-01-16T19:08:04.500Z', '2012-01-16'],
    ['2012-02-29 00:00:00', '2012-02-29T00:00:00.000Z', '2012-02-29'],
    ['2012-01-16T10:00+15:59', '2012-01-15T18:01:00.000Z', '2012-01-16'],
    ['2012-01-16T10:00-15:59', '2012-01-17T01:59:00.000Z', '2012-01-16'],
    ['1326740884.5', '2012-01-16T19:08:04.500Z', '2012-01-16'],
    ['1326740884', '2012-01-16T19:08:04.000Z', '2012-01-16'],
    ['1326740884123', '2012-01-16T19:08:04.123Z', '2012-01-16'],
  ])('%s', (text, moment, day) => {
    expect(read(text)).toEqual([moment, day]);
  });

  it('is read in the order that was chosen', () => {
    expect(read('01/02/2012 10:00', { order: 'day-first' })).toEqual([
      '2012-02-01T10:00:00.000Z',
      '2012-02-01',
    ]);
    expect(read('01/02/2012 10:00', { order: 'month-first' })).toEqual([
      '2012-01-02T10:00:00.000Z',
      '2012-01-02',
    ]);
    expect(read('01/02/2012 10:00')).toMatch(/day-first or month-first/);
    expect(read('13/02/2012 10:00', { order: 'month-first' })).toMatch(/no such day/);
  });

  it.each([
    ['', 'there is no start time'],
    ['soon', 'the start is not a date and time'],
    ['2012-13-01', 'no such day'],
    ['2012-02-31 10:00', 'no such day'],
    ['2013-02-29', 'no such day'],
    ['2012-00-10', 'no such day'],
    ['2012-01-01 24:00:00', 'no such time'],
    ['2012-01-01 25:61', 'no such time'],
    ['2012-01-01 10:60', 'no such time'],
    ['2012-01-01 10:00:60', 'no such time'],
    ['2012-01-01 13:00 pm', 'no such time'],
    ['2012-01-01 0:30 AM', 'no such time'],
    ['0000-01-01', 'outside the years 1900 to 2199'],
    ['0012-01-16 10:00', 'outside the years 1900 to 2199'],
    ['9999-01-01', 'outside the years 1900 to 2199'],
    ['9999999999', 'outside the years 1900 to 2199'],
    ['1900-01-01 00:30 +01:00', 'outside the years 1900 to 2199'],
    ['1899-12-31 23:30 -01:00', 'outside the years 1900 to 2199'],
    ['2199-12-31 23:30 -01:00', 'outside the years 1900 to 2199'],
    ['2200-01-01 00:30 +01:00', 'outside the years 1900 to 2199'],
    ['99999-01-01', 'not a date and time'],
    ['1/2/12', 'the year has two digits'],
    ['16-Jan-12 10:00', 'the year has two digits'],
    ['16.01.12', 'the year has two digits'],
    ['2012-W03-1', 'weeks of the year are not read'],
    ['2012-016', 'not a date and time'],
    ['20120116T190804Z', 'not a date and time'],
    ['16 marraskuu 2012', 'not a date and time'],
    ['12345', 'not a date and time'],
    ['40924.797', 'not a date and time'],
    ['1326740884123456', 'not a date and time'],
    ['-1326740884', 'not a date and time'],
    ['1e9', 'not a date and time'],
    ['2012-01-16 10:00 +99:99', 'no clock is that far from UTC'],
    ['2012-01-16 10:00 -16:00', 'no clock is that far from UTC'],
    ['2012-01-16T10:00+02:60', 'no clock is that far from UTC'],
    ['2012-01-16T10:00+2400', 'no clock is that far from UTC'],
    ['2012-01-16 10:00 EST', 'not a date and time'],
    ['18:05', 'a time of day without a date'],
    ['6:05 pm', 'a time of day without a date'],
  ])('is not “%s”: %s', (text, reason) => {
    expect(read(text)).toContain(reason);
  });

  it('counts for the day that it was where the learner was', () => {
    expect(read('2026-03-01 23:30', { timesAreUtc: true, timeZone: 'Europe/Rome' })).toEqual([
      '2026-03-01T23:30:00.000Z',
      '2026-03-02',
    ]);
    expect(read('2026-03-01 23:30', { timeZone: 'Europe/Rome' })).toEqual([
      '2026-03-01T22:30:00.000Z',
      '2026-03-01',
    ]);
    expect(read('2026-03-01T23:30Z', { timeZone: 'America/Los_Angeles' })).toEqual([
      '2026-03-01T23:30:00.000Z',
      '2026-03-01',
    ]);
  });

  it('is the first of two when the clock was put back, and later when it was put forward', () => {
    expect(read('2025-10-26 02:30', { timeZone: 'Europe/Rome' })[0]).toBe('2025-10-26T00:30:00.000Z');
    expect(read('2025-03-30 02:30', { timeZone: 'Europe/Rome' })[0]).toBe('2025-03-30T01:30:00.000Z');
    expect(read('2025-03-30 03:30', { timeZone: 'Europe/Rome' })[0]).toBe('2025-03-30T01:30:00.000Z');
  });
});

describe('a date and a time of day in two cells', () => {
  it.each([
    ['2026-03-01', '18:05', '2026-03-01T17:05:00.000Z', '2026-03-01'],
    [' 2026-03-01 ', ' 18:05:07.25 ', '2026-03-01T17:05:07.250Z', '2026-03-01'],
    ['1 March 2026', '6:05 pm', '2026-03-01T17:05:00.000Z', '2026-03-01'],
    ['13/03/2026', '00:05', '2026-03-12T23:05:00.000Z', '2026-03-13'],
    ['2026-03-01 00:00:00', '18:05', '2026-03-01T17:05:00.000Z', '2026-03-01'],
    ['2026-03-01T00:00', '18:05', '2026-03-01T17:05:00.000Z', '2026-03-01'],
    ['13/3/2026 12:00:00 AM', '6:05:00 PM', '2026-03-13T17:05:00.000Z', '2026-03-13'],
    ['2026-03-01', '23:30-05:00', '2026-03-02T04:30:00.000Z', '2026-03-01'],
    ['2026-03-01', 'T18:05Z', '2026-03-01T18:05:00.000Z', '2026-03-01'],
  ])('%s and %s', (date, clock, moment, day) => {
    expect(readBoth(date, clock, { timeZone: 'Europe/Rome', order: 'day-first' })).toEqual([moment, day]);
  });

  it('are the first of two when the clock was put back, and later when it was put forward', () => {
    const rome = { timeZone: 'Europe/Rome' };
    expect(readBoth('2025-10-26', '02:30', rome)).toEqual(['2025-10-26T00:30:00.000Z', '2025-10-26']);
    expect(readBoth('2025-03-30', '02:30', rome)).toEqual(['2025-03-30T01:30:00.000Z', '2025-03-30']);
  });

  it('are the moment that they are in one cell', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2037-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(days, zones, fc.boolean(), (at, timeZone, timesAreUtc) => {
        const [date = '', clock = ''] = at.toISOString().slice(0, 19).split('T');
        const reading = { timeZone, timesAreUtc };
        expect(readBoth(date, clock, reading)).toEqual(read(`${date} ${clock}`, reading));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['', '', 'there is no start time'],
    ['', '18:05', 'there is no date'],
    ['2026-03-01', ' ', 'there is no time of day'],
    ['2026-03-01 17:00', '18:05', 'the date has a time of its own'],
    ['2026-03-01T00:00:00Z', '18:05', 'the date has a time of its own'],
    ['1772388300', '18:05', 'the date is not a date; write 2026-03-01'],
    ['18:05', '18:05', 'a time of day without a date'],
    ['1/3/26', '18:05', 'the year has two digits'],
    ['2026-02-30', '18:05', 'no such day'],
    ['01/02/2026', '18:05', 'day-first or month-first'],
    ['2026-03-01', '24:00', 'no such time'],
    ['2026-03-01', '13:05 pm', 'no such time'],
    ['2026-03-01', '18.05', 'the time of day is not a time; write 17:30:00'],
    ['2026-03-01', '0.7534', 'the time of day is not a time'],
    ['2026-03-01', 'evening', 'the time of day is not a time'],
    ['2026-03-01', '2026-03-01 18:05', 'the time of day is not a time'],
    ['2026-03-01', '18:05 +99:99', 'no clock is that far from UTC'],
    ['2026-03-01', `${' '.repeat(70)}18:05${' '.repeat(70)}x`, 'the time of day is not a time'],
  ])('are not “%s” and “%s”: %s', (date, clock, reason) => {
    expect(readBoth(date, clock)).toContain(reason);
  });

  it('are told apart', () => {
    expect(['2026-03-01', '1/3/2026', '2026-03-01 00:00', '1 Mar 2026'].map(looksLikeDate)).not.toContain(
      false,
    );
    expect(['2026-03-01 18:05', '18:05', '20260301', ''].map(looksLikeDate)).not.toContain(true);
    expect(['18:05', '6:05 pm', '12:05 am', '00:00:01'].map(hourOfClock)).toEqual([18, 18, 0, 0]);
    expect(['24:00', '18', '18:5', '13:00 pm', '2026-03-01 18:05', ''].map(hourOfClock)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});

describe('a time zone', () => {
  const zones = [
    'Europe/Rome',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
    '+02:00',
  ];
  it('gives back every moment from what the wall showed, save the second of a doubled hour', () => {
    const moments = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2037, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (name, moment) => {
        const zone = openZone(name);
        const back = zone.momentOf(moment + zone.offsetAt(moment));
        const isSecond = back < moment && zone.offsetAt(back) > zone.offsetAt(moment);
        expect(back === moment || isSecond).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the order of dates', () => {
  const orderOf = (...cells: string[]) => {
    const watch = watchDateOrder();
    for (const cell of cells) watch.see(cell);
    return watch.result();
  };
  it('is what the cells show', () => {
    expect(orderOf('01/02/2025', '13/02/2025')).toBe('day-first');
    expect(orderOf('01/02/2025', '02/13/2025 10:00')).toBe('month-first');
    expect(orderOf('01.02.2025')).toBe('day-first');
    expect(orderOf('01/02/2025')).toBe('undecided');
    expect(orderOf('13/02/2025', '02/13/2025')).toBe('undecided');
    expect(orderOf('2025-02-01', 'soon', '')).toBe(null);
  });
});
