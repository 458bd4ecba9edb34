import { describe, expect, it } from 'vitest';
import { differenceSeries } from './difference-series.ts';
import { type PanelRow, panelOf } from './panel.ts';

/** A unit that leaps by 100 where it begins. */
function unit(name: string, start: number | null, level: number, periods = 14): readonly PanelRow[] {
  return Array.from({ length: periods }, (_, period) => ({
    unit: name,
    period,
    value: level + (start !== null && period >= start ? 100 : 0),
    start,
  }));
}

const seriesOf = (...units: readonly (readonly PanelRow[])[]) =>
  differenceSeries(panelOf(units.flat(), { kind: 'score', better: 'up' }));

describe('a series against a control', () => {
  it('is counted from each one’s own start, over the periods that all have', () => {
    const series = seriesOf(unit('a', 7, 3), unit('b', 10, 5), unit('c', null, 2));
    const expected = { kind: 'series', before: 7, isOfLaterStarters: false, leftOut: 0 };
    // Before: (3 + 5)/2 - 2; four periods after b began, and so four after a did.
    expect(series).toMatchObject({ ...expected, values: [...Array(7).fill(2), ...Array(4).fill(102)] });
  });

  it('has those that began last as its control where all began, and ends as they begin', () => {
    const series = seriesOf(unit('a', 7, 3), unit('b', 11, 5));
    expect(series).toMatchObject({
      isOfLaterStarters: true,
      values: [...Array(7).fill(-2), ...Array(4).fill(98)],
    });
  });

  it('leaves out who began too early or too late to show anything', () => {
    const series = seriesOf(unit('a', 7, 3), unit('early', 5, 9), unit('late', 12, 9), unit('c', null, 2));
    expect(series).toMatchObject({
      leftOut: 2,
      before: 7,
      values: [...Array(7).fill(1), ...Array(7).fill(101)],
    });
  });

  it('says where there is no control, or too little before or after', () => {
    expect(seriesOf(unit('a', 7, 3), unit('b', 7, 3))).toEqual({ kind: 'no-controls' });
    expect(seriesOf(unit('a', 5, 3), unit('c', null, 2))).toEqual({
      kind: 'too-few-periods',
      before: 5,
      after: 9,
    });
  });
});
