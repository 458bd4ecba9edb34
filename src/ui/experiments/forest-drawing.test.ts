import { describe, expect, it } from 'vitest';
import type { LevelFinding } from '../../engine/experiment/experiment-result.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { textWidth } from '../charts/text-width.ts';
import { drawForest, type Forest, type ForestSize } from './forest-drawing.ts';

const NO_TARGET = { low: null, high: null };
const catches: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: NO_TARGET };
const points: Measure = { kind: 'rating', unit: '', direction: 'up', target: NO_TARGET };
const finding = (level: string, more: Partial<LevelFinding> = {}): LevelFinding => ({
  ...{ level, against: 'sitting', n: 17, estimate: 1.5, lower: 0.8, upper: 2.1, verdict: 'better' },
  ...more,
});
const forest = (findings: readonly LevelFinding[], more: Partial<Forest> = {}): Forest => ({
  measure: points,
  unit: 'attempt',
  smallest: 0.5,
  levels: [
    { level: 'sitting', n: 8, mean: 5.1 },
    ...findings.map(({ level }) => ({ level, n: 9, mean: 6.6 })),
  ],
  findings,
  ...more,
});
const SIZES: readonly (readonly [width: number, size: ForestSize])[] = [
  [680, 'whole'],
  [560, 'whole'],
  [350, 'whole'],
  [280, 'whole'],
  [380, 'small'],
  [280, 'small'],
];

describe.each(SIZES)('a forest plot %i wide, %s', (width, size) => {
  const open = finding('walking', { estimate: 0.2, lower: -0.6, upper: 1, verdict: 'not-enough' });
  const drawing = drawForest(forest([finding('standing'), open]), width, size);
  const [reference, standing, walking] = drawing.rows;

  it('has the reference at 0, in the middle of the strip, and every bar around its mark', () => {
    expect(reference).toMatchObject({ isReference: true, bar: null, markX: drawing.zeroX });
    expect(drawing.strip.x + drawing.strip.width / 2).toBeCloseTo(drawing.zeroX, 6);
    for (const row of [standing, walking]) {
      expect(row?.bar?.from).toBeLessThan(row?.markX ?? 0);
      expect(row?.bar?.to).toBeGreaterThan(row?.markX ?? Number.POSITIVE_INFINITY);
      expect(row?.bar).toMatchObject({ isOpenFrom: false, isOpenTo: false });
    }
    // Its near end lies beyond the strip: 0.8 against 0.5.
    expect(standing?.bar?.from).toBeGreaterThan(drawing.strip.x + drawing.strip.width);
    expect(walking?.bar?.from).toBeLessThan(drawing.strip.x);
  });

  it('stays on its paper, and lets no words meet', () => {
    expect(drawing.plot.left).toBeGreaterThan(0);
    expect(drawing.plot.right - drawing.plot.left).toBeGreaterThan(100);
    expect(drawing.plot.right).toBeLessThanOrEqual(width);
    for (const [at, tick] of drawing.ticks.entries()) {
      const next = drawing.ticks[at + 1];
      if (next === undefined) continue;
      expect(next.x - tick.x).toBeGreaterThan((textWidth(tick.text) + textWidth(next.text)) / 2);
    }
    for (const [at, row] of drawing.rows.entries()) {
      const next = drawing.rows[at + 1];
      if (next !== undefined) expect(next.textY).toBeGreaterThan(row.y);
      expect(row.y).toBeLessThan(drawing.plot.bottom);
    }
    expect(drawing.ticks.map(({ text }) => text)).toContain('0');
  });
});

it('is drawn anew where there is no room for columns', () => {
  expect(drawForest(forest([finding('standing')]), 680, 'whole').kind).toBe('wide');
  const narrow = drawForest(forest([finding('standing')]), 350, 'whole');
  expect(narrow.kind).toBe('narrow');
  expect(narrow.plot.right - narrow.plot.left).toBeGreaterThan(300);
});

it('draws a bound that is not known yet as an open end, and no mark where nothing bounds it', () => {
  const { rows } = drawForest(
    forest([
      finding('standing', { lower: null, verdict: 'not-enough' }),
      finding('walking', { estimate: 4, lower: null, upper: null, verdict: 'not-enough' }),
    ]),
    680,
    'whole',
  );
  expect(rows[1]).toMatchObject({ bar: { isOpenFrom: true, isOpenTo: false }, numbers: '+1.5 (up to 2.1)' });
  expect(rows[2]).toMatchObject({
    bar: { isOpenFrom: true, isOpenTo: true },
    markX: null,
    numbers: 'not yet',
  });
});

it('keeps the strip in sight where an interval is a hundred times as wide', () => {
  const wide = finding('standing', { estimate: 4, lower: -25, upper: 2_000, verdict: 'not-enough' });
  const { strip, rows, ticks } = drawForest(forest([wide], { measure: catches, smallest: 3 }), 350, 'whole');
  expect(strip.width).toBeGreaterThan(30);
  expect(rows[1]?.bar).toMatchObject({ isOpenFrom: true, isOpenTo: true });
  expect(rows[1]?.numbers).toBe('+4 (−25 to 2000)');
  // Catches are counted in ones.
  expect(ticks.every(({ text }) => !text.includes('.'))).toBe(true);
});

it('cuts the longest name that a level may have, in two lines, and never under the numbers', () => {
  const name = 'with the left hand leading and the right foot half a step ba';
  for (const [width, size] of SIZES) {
    const { rows } = drawForest(forest([finding(name)]), width, size);
    expect(rows[1]?.lines.length).toBeLessThanOrEqual(2);
    for (const line of rows[1]?.lines ?? [])
      expect((textWidth(line) * 15) / 13 + textWidth(rows[1]?.numbers ?? '')).toBeLessThan(width);
  }
});
