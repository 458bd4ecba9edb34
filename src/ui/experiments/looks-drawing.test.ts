import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { drawLooks, type LookPoint, pointsOf, shownLooks, standingSince } from './looks-drawing.ts';

const points: Measure = { kind: 'rating', unit: '', direction: 'up', target: { low: null, high: null } };
const look = (n: number, lower: number | null, upper: number | null): LookPoint => ({
  n,
  estimate: lower === null || upper === null ? null : (lower + upper) / 2,
  lower,
  upper,
});
const CLEAR = [look(1, null, null), look(2, -4, 6), look(3, 0.2, 4), look(4, 0.7, 3), look(5, 0.6, 2.4)];

describe('since when an interval lies where it lies', () => {
  it.each([
    [CLEAR, { where: 'clear-of-strip', since: 4 }],
    [CLEAR.slice(0, 3), { where: 'one-side', since: 3 }],
    [CLEAR.slice(0, 2), null],
    // It came back to the strip once: only what came after counts.
    [[...CLEAR, look(6, 0.4, 2.4), look(7, 0.6, 2.4)], { where: 'clear-of-strip', since: 7 }],
    [[look(1, null, null), look(2, -0.4, 0.3), look(3, -0.3, 0.2)], { where: 'within-strip', since: 2 }],
    // Another side is another place.
    [[look(1, 1, 2), look(2, -2, -1)], { where: 'clear-of-strip', since: 2 }],
    [[], null],
  ] as const)('%#', (looks, told) => {
    expect(standingSince(looks, 0.5)).toEqual(told);
  });
});

describe.each([480, 350, 280])('how it became clear, %i wide', (width) => {
  const drawing = drawLooks(CLEAR, { measure: points, smallest: 0.5 }, width);

  it('runs from the first unit to the last, with the strip about 0', () => {
    expect(drawing.width).toBe(width);
    expect(drawing.strip.y + drawing.strip.height / 2).toBeCloseTo(drawing.zeroY, 6);
    expect(drawing.counts.at(-1)).toMatchObject({ text: '5', isLast: true });
    const xs = drawing.counts.map(({ x }) => x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(drawing.bandPath).toMatch(/^M.*Z$/);
    expect(drawing.bandPath).not.toContain('NaN');
  });

  it('draws a side as far as it is known and on the axis, and no bound along the edge', () => {
    const most = drawing.plot.top;
    // Two sides, each beginning where it comes onto the axis.
    expect(drawing.sidePaths).toHaveLength(2);
    for (const path of drawing.sidePaths) {
      const ys = [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(most);
      expect(Math.max(...ys)).toBeLessThanOrEqual(drawing.plot.bottom);
    }
  });
});

it('begins one look before the interval comes onto the axis, and nowhere where it never does', () => {
  const far = [look(1, null, null), look(2, null, null), look(3, -90, 90), ...CLEAR.slice(2)];
  expect(shownLooks(far, { measure: points, smallest: 0.5 })[0]?.n).toBe(3);
  const never = [look(1, null, null), look(2, -90, 90)];
  expect(shownLooks(never, { measure: points, smallest: 0.5 })).toEqual([]);
});

it('follows one comparison and leaves the looks in which there was none', () => {
  const at = (level: string, estimate: number) => ({
    ...{ level, against: 'a', n: 2, lower: 0, upper: 2, verdict: 'not-enough' as const },
    estimate,
  });
  expect(
    pointsOf(
      [
        { n: 1, findings: [] },
        { n: 2, findings: [at('b', 1), at('c', 2)] },
      ],
      'c',
    ),
  ).toEqual([{ n: 2, estimate: 2, lower: 0, upper: 2 }]);
});
