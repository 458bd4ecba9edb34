import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZone } from './time-zone-file.ts';
import { readWrittenTime, type TimeReading, watchDateOrder } from './written-time-file.ts';

const read = (text: string, more: Partial<TimeReading> & { timeZone?: string } = {}) => {
  const { timeZone = 'UTC', ...rest } = more;
  const time = readWrittenTime(text, { zone: openZone(timeZone), timesAreUtc: false, order: null, ...rest });
  return time.kind === 'time' ? [new Date(time.moment).toISOString(), time.localDay] : time.reason;
};

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
