import { describe, expect, it } from 'vitest';
import { NEVER, type PanelRow, panelOf } from './panel.ts';

const row = (unit: string, period: number, value: number, start: number | null): PanelRow => ({
  unit,
  period,
  value,
  start,
});

describe('a panel', () => {
  it('has its periods in the order of time, a start at the first period from it on, and none where nothing was measured', () => {
    const rows = [row('a', 20, 3, 15), row('a', 10, 1, 15), row('b', 30, 5, null), row('c', 10, 2, 31)];
    const { units, periods } = panelOf(rows, { kind: 'score', better: 'up' });
    expect(periods).toBe(3);
    expect(units.map(({ start }) => start)).toEqual([1, NEVER, NEVER]);
    expect(units.map(({ values }) => [...values])).toEqual([
      [1, 3, Number.NaN],
      [Number.NaN, Number.NaN, 5],
      [2, Number.NaN, Number.NaN],
    ]);
  });

  it('takes the mean on the working scale where a unit has several values in a period, and its largest number of people', () => {
    const rows = [row('a', 1, 10, null), { ...row('a', 1, 40, null), people: 7 }];
    const { units, scale } = panelOf(rows, { kind: 'duration', better: 'down' });
    expect(scale).toBe('log');
    expect(units[0]?.values[0]).toBeCloseTo(-Math.log(20), 9);
    expect(units[0]?.people).toBe(7);
  });

  it('has a range as the distance to it', () => {
    const rows = [1, 4, 5, 6, 9].map((value, period) => row('a', period, value, null));
    const { units, scale } = panelOf(rows, { kind: 'rating', better: { low: 4, high: 6 } });
    expect([scale, ...(units[0]?.values ?? [])].map((value) => (value === 0 ? 0 : value))).toEqual([
      'distance',
      -3,
      0,
      0,
      0,
      -3,
    ]);
  });
});
