import { describe, expect, it } from 'vitest';
import { acrossTakes } from './across-axis.ts';
import { chartFrame } from './chart-frame.ts';

const DAY = 86_400_000;
const START = new Date(2026, 9, 1, 9).getTime();
const frame = chartFrame(432, { height: 252, axisTexts: ['10'], footHeight: 40 });

function gapAfter(index: number, days: number, atOf: (index: number) => number) {
  return {
    afterIndex: index,
    beforeIndex: index + 1,
    fromAt: atOf(index),
    toAt: atOf(index + 1),
    days,
  };
}

const atOf = (index: number): number => START + (index < 10 ? index : index + 30) * DAY;
const numberOf = (index: number): number => index + 1;
const input = {
  frame,
  n: 20,
  atOf,
  numberOf,
  firstAt: atOf(0),
  lastAt: atOf(19),
  gaps: [gapAfter(9, 31, atOf)],
};

describe('acrossTakes', () => {
  it('stays inside the frame and leaves blank paper for a gap', () => {
    const { x, blanks } = acrossTakes(input);
    expect(x(0)).toBeGreaterThanOrEqual(frame.left);
    expect(x(19)).toBeLessThanOrEqual(frame.right);
    const [blank] = blanks;
    expect(blank?.text).toBe('31 days away');
    expect(blank?.from).toBeGreaterThanOrEqual(x(9));
    expect(blank?.to).toBeLessThanOrEqual(x(10));
    expect(x(10) - x(9)).toBeCloseTo(x(1) - x(0) + 20);
  });

  it('keeps the paper at the right free while there are few', () => {
    const { x } = acrossTakes({ ...input, n: 4, gaps: [] });
    expect(x(3) - x(2)).toBe(30);
  });

  it('shows only the longest of many gaps', () => {
    const gaps = Array.from({ length: 15 }, (_, index) => gapAfter(index, 20 + index, atOf));
    const { blanks } = acrossTakes({ ...input, gaps });
    expect(blanks.length).toBeLessThan(6);
    expect(blanks.at(-1)?.text).toBe('34 days away');
  });

  it('names the first and the last take with their days', () => {
    const { ticks } = acrossTakes(input);
    expect(ticks[0]?.lines).toEqual(['1 Oct', 'take 1']);
    expect(ticks.at(-1)?.lines).toEqual(['19 Nov', '20']);
  });

  it('calls each take what the list of takes calls it, those without a score counted', () => {
    const { ticks } = acrossTakes({ ...input, numberOf: (index) => index + (index < 10 ? 1 : 4) });
    expect(ticks[0]?.lines[1]).toBe('take 1');
    expect(ticks.at(-1)?.lines[1]).toBe('23');
  });

  it('has nothing to name without takes', () => {
    expect(acrossTakes({ ...input, n: 0, gaps: [] }).ticks).toEqual([]);
  });
});
