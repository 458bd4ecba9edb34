import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { drawPage } from '../../engine/outlook/draw-page.ts';
import { drawPicture } from '../../engine/picture/draw-picture.ts';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { type Box, type Label, labelBox, overlap } from './label-place.ts';
import { drawPractice, type PracticeDrawing } from './practice-drawing.ts';
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
  drawPractice(drawPicture(measure, attempts(values)), measure, width);

describe('drawPractice', () => {
  it('draws no line under eight takes, and says how many are to come', () => {
    const three = drawn([3, 4, 5]);
    expect(three.dots).toHaveLength(3);
    expect(three.dotsToCome).toHaveLength(5);
    expect(three.labels.toCome?.text).toBe('at least five more before a trend');
    expect(three.medianLines).toEqual([]);
    expect(three.medianBands).toEqual([]);

    const eight = drawn(upTo(8));
    expect(eight.dotsToCome).toEqual([]);
    expect(eight.medianLines).toHaveLength(1);
  });

  it('keeps what is to come below the foot, where no result can be, and its words clear of everything', () => {
    for (const [n, width] of [0, 1, 3, 7].flatMap((n) =>
      [240, 320, 350, 432, 700].map((w) => [n, w] as const),
    )) {
      const { dotsToCome, frame, labels } = drawn(upTo(n), width);
      expect(dotsToCome.every(([x, y]) => y > frame.bottom && x <= frame.right)).toBe(true);
      const { toCome } = labels;
      if (toCome === null) throw new Error(`no words for ${n} takes at ${width} pixels`);
      const dots = [...dotsToCome, ...drawn(upTo(n), width).dots];
      const boxes = dots.map(([x, y]) => ({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 }));
      expect(boxes.filter((box) => overlap(box, labelBox(toCome)))).toEqual([]);
    }
  });

  it('has a drawing for none at all', () => {
    const none = drawn([]);
    expect(none.dots).toEqual([]);
    expect(none.labels.toCome?.text).toBe('at least eight more before a trend');
    expect(none.marks.best).toBeNull();
  });

  it('keeps the words of few takes inside a narrow drawing', () => {
    expect(drawn([3, 4, 5], 240).labels.toCome?.text).toBe('five more or later');
  });

  it('marks the best from the third take on', () => {
    expect(drawn([3, 9]).marks.best).toBeNull();
    const { marks, labels, dots } = drawn([3, 9, 4]);
    expect(labels.best?.text).toBe('best 9');
    expect(marks.best).toEqual(dots[1]);
  });

  it('draws the target as one line, or as both ends of a range', () => {
    expect(drawn(upTo(9)).labels.target?.text).toBe('target 8');
    const within: Measure = {
      kind: 'score',
      unit: 'grams',
      direction: 'within',
      target: { low: 9, high: 11 },
    };
    const { marks, labels } = drawn(upTo(9), 432, within);
    expect(marks.targetYs).toHaveLength(2);
    expect(labels.target?.text).toBe('target 9 to 11');
    const point = drawn(upTo(9), 432, { ...within, target: { low: 9, high: 9 } });
    expect(point.marks.targetYs).toHaveLength(1);
    expect(point.labels.target?.text).toBe('target 9');
    const none = drawn(upTo(9), 432, { ...rating, target: { low: null, high: null } });
    expect([none.marks.targetYs, none.labels.target]).toEqual([[], null]);
  });

  it('breaks the line at a gap', () => {
    const picture = drawPicture(rating, attempts(upTo(20), { 12: 30 }));
    const drawing = drawPractice(picture, rating, 432);
    expect(drawing.across.blanks).toHaveLength(1);
    expect(drawing.medianLines).toHaveLength(2);
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
    expect(drawing.marks.best).toBeNull();
    expect(drawing.medianLines).toHaveLength(1);
  });

  it('stays inside its frame, whatever was taken', () => {
    const values = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 240, max: 1200 }), (taken, width) => {
        const { frame, dots } = drawPractice(drawPicture(rating, attempts(taken)), rating, width);
        for (const [x, y] of dots) {
          expect(x).toBeGreaterThanOrEqual(frame.left);
          expect(x).toBeLessThanOrEqual(frame.right);
          expect(y).toBeGreaterThanOrEqual(frame.top - 1e-9);
          expect(y).toBeLessThanOrEqual(frame.bottom + 1e-9);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** All words of a drawing, as boxes. */
function wordsOf({
  frame,
  across,
  labels,
  values,
  y,
}: PracticeDrawing): readonly { text: string; box: Box }[] {
  const { toCome, target, best, baseline, gaps } = labels;
  const written = [toCome, target, best, baseline, ...gaps].filter((label) => label !== null);
  const title = frame.titleLines.map(
    (text, row): Label => ({ text, x: 0, y: 12 + row * 16, anchor: 'start' }),
  );
  const scale = values.ticks.map(
    ({ text, value }): Label => ({ text, x: frame.left - 7, y: y(value) + 4, anchor: 'end' }),
  );
  const below = across.ticks.flatMap(({ lines, x, anchor }) =>
    lines.map((text, row): Label => ({ text, x, y: frame.bottom + 20 + row * 16, anchor })),
  );
  return [...written, ...title, ...scale, ...below].map((label) => ({
    text: label.text,
    box: labelBox(label),
  }));
}

function expectReadable(drawing: PracticeDrawing): void {
  const words = wordsOf(drawing);
  for (const [index, { text, box }] of words.entries()) {
    const { width, height } = drawing.frame;
    expect([
      text,
      box.left >= -0.5,
      box.right <= width + 0.5,
      box.top >= -1,
      box.bottom <= height + 1,
    ]).toEqual([text, true, true, true, true]);
    const over = words.slice(index + 1).filter((other) => overlap(trimmed(box), trimmed(other.box)));
    expect([text, over.map((other) => other.text)]).toEqual([text, []]);
  }
}

/** Lines of one text stand closer than their boxes are high. */
function trimmed({ left, right, top, bottom }: Box): Box {
  return { left, right, top: top + 1, bottom: bottom - 1 };
}

describe('what is written on it', () => {
  const count: Measure = { ...rating, kind: 'count', unit: 'catches', target: { low: 12, high: null } };
  const LONG = 'silently caught clubs and other things';

  it('leaves out the shorter of many gaps, and never writes one over another or over other words', () => {
    const away = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [index, 20 + index]));
    const values = Array.from({ length: 60 }, (_, index) => 4 + ((index * 7) % 14));
    const picture = drawPicture(count, attempts(values, away));
    for (const width of [240, 350, 432, 760]) {
      const drawing = drawPractice(picture, count, width);
      expectReadable(drawing);
      expect(drawing.labels.target?.text).toBe('target 12');
    }
    const { labels, across } = drawPractice(picture, count, 432);
    expect(labels.gaps.length).toBeGreaterThan(0);
    expect(labels.gaps.length).toBeLessThanOrEqual(across.blanks.length);
    const longest = across.blanks.toSorted((a, b) => b.days - a.days)[0];
    expect(labels.gaps.map((label) => label.text)).toContain(longest?.text);
  });

  it('puts the unit in lines, and the target without it', () => {
    const within: Measure = { kind: 'rate', unit: LONG, direction: 'within', target: { low: 20, high: 32 } };
    const drawing = drawn(upTo(30), 240, within);
    expect(drawing.frame.titleLines.length).toBeGreaterThan(1);
    expect(drawing.labels.target?.text).toBe('target 20 to 32');
    expectReadable(drawing);
  });

  it('names a best below the target on its own side of the line', () => {
    const values = Array.from({ length: 5000 }, (_, index) =>
      index === 3000 ? 99 : 40 + ((index * 37) % 58),
    );
    const far: Measure = { ...count, kind: 'rate', target: { low: 108, high: null } };
    const { labels, marks } = drawn(values, 350, far);
    expect(labels.best?.y).toBeGreaterThan(marks.targetYs[0] ?? Number.NaN);
  });

  it('marks the start with whether the way in had been read, where there is room', () => {
    const marked = (isTrickRead: boolean, width: number) => {
      const facts = attempts([3, 4, 5]).map((fact) => ({ ...fact, isTrickRead }));
      return drawPractice(drawPicture(rating, facts), rating, width).labels.baseline?.text;
    };
    expect(marked(true, 432)).toBe('start 4, way in read');
    expect(marked(false, 432)).toBe('start 4, way in not read yet');
    expect(drawn([3, 4, 5]).labels.baseline?.text).toBe('start 4');
  });

  it('never overlaps and never leaves the drawing, whatever the takes, gaps, units and targets', () => {
    const kinds = fc.constantFrom<Measure['kind']>('count', 'duration', 'rating', 'pass', 'score', 'rate');
    const far = fc.constantFrom(0, 1, 10, 95, 1e6);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ share: fc.integer({ min: 0, max: 10 }), away: fc.constantFrom(0, 0, 0, 16, 90, 900) }),
          {
            maxLength: 90,
          },
        ),
        fc.record({ kind: kinds, unit: fc.constantFrom('', 'catches', LONG), low: far, high: far }),
        fc.integer({ min: 240, max: 800 }),
        (taken, { kind, unit, low, high }, width) => {
          const scale = {
            pass: 0.1,
            score: -13,
            rate: 900,
            rating: 1,
            count: 1,
            duration: 77,
            proportion: 0.1,
          };
          const values = taken.map(({ share }) =>
            kind === 'pass' ? Math.round(share / 10) : share * scale[kind],
          );
          const away = Object.fromEntries(taken.map(({ away: days }, index) => [index, days]));
          const bounds = { low: Math.min(low, high), high: Math.max(low, high) };
          const measure: Measure = { kind, unit, direction: 'within', target: bounds };
          expectReadable(drawPractice(drawPicture(measure, attempts(values, away)), measure, width));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a take that is likely to be a slip', () => {
  const catches: Measure = {
    kind: 'count',
    unit: 'catches',
    direction: 'up',
    target: { low: 80, high: null },
  };
  const usual = [74, 72, 75, 73, 76, 71, 74, 75, 73, 74];
  const drawnWith = (values: readonly number[], width = 432) => {
    const picture = drawPage(catches, attempts(values));
    return { picture, drawing: drawPractice(picture, catches, width) };
  };

  it.each([
    ['the last', [...usual, 740]],
    ['the third', [74, 72, 740, ...usual]],
  ])('does not stretch the axis where it is %s: an arrow at its end says what it came to', (_, values) => {
    const { picture, drawing } = drawnWith(values);
    expect(picture.unlikely.map(({ value }) => value)).toEqual([740]);
    // What comes next is a little less sure with it, and no more than that.
    expect(drawing.values.domain[1]).toBeLessThanOrEqual(100);
    expect(drawing.dots).toHaveLength(values.length - 1);
    const [arrow, ...others] = drawing.beyond;
    if (arrow === undefined) throw new Error('it is not drawn');
    expect(others).toEqual([]);
    expect(arrow.at[0]).toBe(drawing.across.x(values.indexOf(740)));
    expect(arrow.at[1]).toBeLessThan(drawing.frame.top + 10);
    expect(arrow.isAbove).toBe(true);
    expect(drawing.labels.beyond.map(({ text }) => text)).toEqual([
      `best 740, take ${values.indexOf(740) + 1}`,
    ]);
    // It is the best, as the learner has it: said at the arrow and drawn no second time.
    expect([drawing.marks.best, drawing.labels.best]).toEqual([null, null]);
    expect(Math.min(...drawing.medianBands.flatMap(heightsOf))).toBeGreaterThanOrEqual(drawing.frame.top);
  });

  it('keeps its true value in the table and in the words', () => {
    const { picture } = drawnWith([...usual, 740]);
    expect(practiceRows(picture, catches)[0]?.cells.at(-1)).toBe('740');
    expect(describePractice(picture, catches)).toContain('Take 11, 740 catches, lies beyond the axis.');
    expect(practiceKey(picture)).toContain('An arrow at the edge is a take beyond the axis');
  });

  it('is a dot like any other where the axis holds it all the same', () => {
    const { picture, drawing } = drawnWith([...usual, 7]);
    expect(picture.unlikely.map(({ value }) => value)).toEqual([7]);
    expect(drawing.beyond).toEqual([]);
    expect(drawing.dots).toHaveLength(11);
  });

  it('ends the stroke that it lies in at the axis, where takes are drawn in strokes', () => {
    const values = Array.from({ length: 3000 }, (_, index) => usual[index % usual.length] ?? 0);
    const { drawing } = drawnWith([...values.slice(0, -4), 740, 73, 75, 74]);
    expect(drawing.values.domain).toEqual(drawnWith(values).drawing.values.domain);
    expect(drawing.beyond).toHaveLength(1);
    expect(Math.min(...heightsOf(drawing.columns?.range ?? ''))).toBeGreaterThanOrEqual(drawing.frame.top);
  });
});

/** The heights of the points and strokes of a path. */
function heightsOf(path: string): number[] {
  const points = [...path.matchAll(/[ML]-?[\d.]+,(-?[\d.]+)/g)];
  const strokes = [...path.matchAll(/V(-?[\d.]+)/g)];
  return [...points, ...strokes].map((found) => Number(found[1]));
}

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
      /^Each dot is a take\. The line is the median of the last \d+, the shade its span\.$/,
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
