import { describe, expect, it } from 'vitest';
import {
  axisLabel,
  formatAmount,
  formatAmounts,
  formatFromTo,
  formatRange,
  formatTick,
  formatValue,
} from './format-value.ts';
import type { MeasureKind } from './measure.ts';

const measure = (kind: MeasureKind, unit = '') => ({ kind, unit });

describe('formatValue', () => {
  it.each([
    ['duration', '', 42, '0:42'],
    ['duration', '', 63.4, '1:03.4'],
    ['duration', '', 59.96, '1:00'],
    ['duration', '', 9.999, '0:10'],
    ['duration', '', 6.25, '0:06.25'],
    ['duration', '', 599.96, '10:00'],
    ['duration', '', 3599.6, '1:00:00'],
    ['duration', '', 3725, '1:02:05'],
    ['proportion', '', 0.68, '68%'],
    ['proportion', '', 0.985, '98.5%'],
    ['proportion', '', 1, '100%'],
    ['rating', '', 6.8, '6.8'],
    ['rating', '', 7, '7'],
    ['pass', '', 1, 'held'],
    ['pass', '', 0, 'not yet'],
    ['pass', '', 0.5, '50% held'],
    ['count', 'catches', 23, '23 catches'],
    ['count', 'catches', 23.5, '23.5 catches'],
    ['count', 'catches', 1, '1 catch'],
    ['count', 'catches', 0, '0 catches'],
    ['count', 'loops agreed', 1, '1 (loops agreed)'],
    ['rate', 'words', 1, '1 word a minute'],
    ['rate', 'words', 1.004, '1 word a minute'],
    ['rate', 'wpm', 1, '1 wpm'],
    ['score', 'points', -1, '−1 point'],
    ['score', 'points', 1.5, '1.5 points'],
    ['count', 'steps', 16075, '16,075 steps'],
    ['count', 'steps', 1e12, '1,000,000,000,000 steps'],
    ['rate', 'words', 71, '71 words a minute'],
    ['rate', 'net words a minute', 71.34, '71.3 net words a minute'],
    ['rate', 'wpm', 101.7, '102 wpm'],
    ['rate', 'words per hour', 3, '3 words per hour'],
    ['rate', 'pages an hour', 1, '1 page an hour'],
    ['rate', 'reps in ten seconds', 3, '3 reps in ten seconds'],
    ['rate', 'calls each week', 3, '3 calls each week'],
    ['rate', 'km/h', 3, '3 km/h'],
    ['rate', 'frames/s', 3, '3 frames/s'],
    ['rate', 'beats / sec', 3, '3 beats / sec'],
    ['rate', 'rpm', 3, '3 rpm'],
    ['rate', 'weekdays named', 3, '3 weekdays named a minute'],
    ['rate', 'second tries', 3, '3 second tries a minute'],
    ['rate', 'chords in s', 3, '3 chords in s a minute'],
    ['score', 'points', -2.5, '−2.5 points'],
    ['score', '', -0.0001, '0'],
    ['score', '', -0, '0'],
  ] as const)('%s %s %d reads %s', (kind, unit, value, text) => {
    expect(formatValue(measure(kind, unit), value)).toBe(text);
  });

  it('leaves the unit to the axis', () => {
    expect(formatTick(measure('count', 'catches'), 20)).toBe('20');
    expect(axisLabel(measure('count', 'catches'))).toBe('catches');
    expect(axisLabel(measure('rate', 'words'))).toBe('words a minute');
    expect(axisLabel(measure('duration', 'seconds'))).toBe('minutes and seconds');
  });

  it('says differences without a sign and names a unit once', () => {
    expect(formatAmount(measure('duration'), -2.34)).toBe('2.3 seconds');
    expect(formatAmount(measure('rate', 'words'), 28.8)).toBe('29 words a minute');
    expect(formatAmount(measure('score', 'points'), 0.312)).toBe('0.31 points');
    expect(formatAmount(measure('duration'), 75)).toBe('1:15');
    expect(formatAmount(measure('proportion'), 0.06)).toBe('6 percentage points');
    expect(formatAmounts(measure('rating'), 0.8, 2.1)).toBe('0.8 to 2.1 points');
    expect(formatAmounts(measure('duration'), 50, 75, 'and')).toBe('50 seconds and 1:15');
    expect(formatAmounts(measure('duration'), 75, 50, 'and')).toBe('1:15 and 50 seconds');
    expect(formatRange(measure('count', 'catches'), 12, 19)).toBe('12 to 19 catches');
    expect(formatRange(measure('pass'), 0, 1)).toBe('held or not yet');
  });

  it('says ends that read the same as one value', () => {
    expect(formatRange(measure('count', 'catches'), 5, 5)).toBe('5 catches');
    expect(formatRange(measure('count', 'catches'), 1, 1)).toBe('1 catch');
    expect(formatRange(measure('rating'), 6.81, 6.84)).toBe('6.8');
    expect(formatRange(measure('pass'), 1, 1)).toBe('held');
    expect(formatFromTo(measure('duration'), 42, 42)).toBe('at 0:42');
    expect(formatFromTo(measure('duration'), 42, 63)).toBe('from 0:42 to 1:03');
  });

  it('gives a small difference two figures too', () => {
    expect(formatAmount(measure('score', 'points'), 0.0123)).toBe('0.012 points');
    expect(formatAmount(measure('score', 'points'), 0.123)).toBe('0.12 points');
  });

  it('names the unit of one by itself, and of a span in the plural', () => {
    expect(formatAmount(measure('count', 'catches'), 1)).toBe('1 catch');
    expect(formatAmount(measure('rating'), -1)).toBe('1 point');
    expect(formatAmount(measure('proportion'), 0.01)).toBe('1 percentage point');
    expect(formatAmount(measure('count', 'edges of nine that miss'), 1)).toBe('1 (edges of nine that miss)');
    expect(formatAmounts(measure('count', 'catches'), 1, 1)).toBe('1 to 1 catches');
    expect(formatAmounts(measure('rating'), 0.2, 1, 'and')).toBe('0.2 and 1 points');
    expect(formatRange(measure('count', 'catches'), 0, 1)).toBe('0 to 1 catches');
  });
});
