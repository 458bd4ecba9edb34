import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { drawPicture } from '../../engine/picture/draw-picture.ts';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { drawPractice } from './practice-drawing.ts';
import { practiceRows } from './practice-rows.ts';
import { describePractice, practiceKey } from './practice-words.ts';

const DAY = 86_400_000;
const START = new Date(2026, 9, 1, 9).getTime();
const rating: Measure = {
  kind: 'rating',
  unit: 'listener score',
  direction: 'up',
  target: { low: 8, high: null },
};

function attempts(values: readonly number[], awayDays: Readonly<Record<number, number>> = {}): AttemptFact[] {
  let days = 0;
  return values.map((value, index) => {
    days += 1 + (awayDays[index] ?? 0);
    return { value, at: START + days * DAY, sessionId: `s${index}`, dayKey: `d${days}` };
  });
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => (index % 7) + 2);
const drawn = (values: readonly number[], width = 432, measure = rating) =>
  drawPractice(drawPicture(measure, attempts(values)), measure, width, 'takes');

describe('drawPractice', () => {
  it('draws no line under eight takes, and says how many are to come', () => {
    const three = drawn([3, 4, 5]);
    expect(three.dots).toHaveLength(3);
    expect(three.dotsToCome).toHaveLength(5);
    expect(three.dotsToComeLabel?.text).toBe('five more, then a trend can be told');
    expect(three.medianLines).toEqual([]);
    expect(three.medianBands).toEqual([]);

    const eight = drawn(upTo(8));
    expect(eight.dotsToCome).toEqual([]);
    expect(eight.medianLines).toHaveLength(1);
  });

  it('has a drawing for none at all', () => {
    const none = drawn([]);
    expect(none.dots).toEqual([]);
    expect(none.dotsToComeLabel?.text).toBe('eight more, then a trend can be told');
    expect(none.best).toBeNull();
  });

  it('keeps the words of few takes inside a narrow drawing', () => {
    const label = drawn([3, 4, 5], 280).dotsToComeLabel;
    expect((label?.x ?? 999) + (label?.text.length ?? 0) * 6.6).toBeLessThanOrEqual(280);
  });

  it('marks the best from the third take on', () => {
    expect(drawn([3, 9]).best).toBeNull();
    const { best, dots } = drawn([3, 9, 4]);
    expect(best?.label.text).toBe('best 9');
    expect(best?.at).toEqual(dots[1]);
  });

  it('draws the target as one line, or as both ends of a range', () => {
    expect(drawn(upTo(9)).target?.label.text).toBe('target 8');
    const within: Measure = {
      kind: 'score',
      unit: 'grams',
      direction: 'within',
      target: { low: 9, high: 11 },
    };
    const { target } = drawn(upTo(9), 432, within);
    expect(target?.ys).toHaveLength(2);
    expect(target?.label.text).toBe('target 9 to 11 grams');
    expect(drawn(upTo(9), 432, { ...rating, target: { low: null, high: null } }).target).toBeNull();
  });

  it('breaks the line at a gap', () => {
    const picture = drawPicture(rating, attempts(upTo(20), { 12: 30 }));
    for (const by of ['takes', 'days'] as const) {
      const drawing = drawPractice(picture, rating, 432, by);
      expect(drawing.across.blanks).toHaveLength(1);
      expect(drawing.medianLines).toHaveLength(2);
    }
  });

  it('draws thousands in strokes, not in dots', () => {
    const drawing = drawn(upTo(5000));
    expect(drawing.dots).toEqual([]);
    expect(drawing.columns?.range.match(/M/g)?.length).toBeLessThanOrEqual(400);
    expect(drawing.medianLines).toHaveLength(1);
  });

  it('draws the share for held or not yet, without a best of it', () => {
    const pass: Measure = { kind: 'pass', unit: '', direction: 'up', target: { low: 1, high: null } };
    const drawing = drawn([0, 0, 1, 0, 1, 1, 1, 1, 0, 1], 432, pass);
    expect(drawing.best).toBeNull();
    expect(drawing.medianLines).toHaveLength(1);
  });

  it('stays inside its frame, whatever was taken', () => {
    const values = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 240, max: 1200 }),
        fc.constantFrom('takes', 'days'),
        (taken, width, by) => {
          const { frame, dots } = drawPractice(drawPicture(rating, attempts(taken)), rating, width, by);
          for (const [x, y] of dots) {
            expect(x).toBeGreaterThanOrEqual(frame.left);
            expect(x).toBeLessThanOrEqual(frame.right);
            expect(y).toBeGreaterThanOrEqual(frame.top - 1e-9);
            expect(y).toBeLessThanOrEqual(frame.bottom + 1e-9);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the words for it', () => {
  it('say what is drawn, and no trend under eight takes', () => {
    const text = describePractice(drawPicture(rating, attempts([3, 4, 5])), rating);
    expect(text).toContain('Listener score, 0 to 10, 3 takes.');
    expect(text).toContain('Best 5, take 3 on 4 Oct 2026.');
    expect(text).toContain('Started at 4.');
    expect(text).toContain('Target 8.');
    expect(text).not.toMatch(/improv|slip|trend|better|worse/i);
  });

  it('give the latest with its interval, and the gaps', () => {
    const text = describePractice(drawPicture(rating, attempts(upTo(20), { 12: 30 })), rating);
    expect(text).toMatch(/Latest about \d+(\.\d)?, between \d/);
    expect(text).toContain('Once 31 days away.');
  });

  it('explain the marks that are there', () => {
    expect(practiceKey(drawPicture(rating, attempts([3])))).toBe('Each dot is a take.');
    expect(practiceKey(drawPicture(rating, attempts(upTo(20))))).toMatch(
      /^Each dot is a take\. The line is the median of the last \d+, the shade its interval, four in five\.$/,
    );
    expect(practiceKey(drawPicture(rating, attempts(upTo(5000))))).toMatch(/^Each stroke holds \d+ takes: /);
  });

  it('stand in a table, latest first', () => {
    const rows = practiceRows(drawPicture(rating, attempts([3, 4.5])), rating);
    expect(rows.map((row) => row.cells)).toEqual([
      ['2', '3 Oct 2026', '4.5'],
      ['1', '2 Oct 2026', '3'],
    ]);
    expect(practiceRows(drawPicture(rating, attempts(upTo(5000))), rating)[0]?.cells).toHaveLength(7);
  });
});
