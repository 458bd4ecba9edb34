import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { drawOutlook } from '../../engine/outlook/outlook.ts';
import { drawPicture } from '../../engine/picture/draw-picture.ts';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { drawPractice } from './practice-drawing.ts';
import { practiceKey } from './practice-words.ts';

const MEASURE: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };

function attempts(count: number, nth: (index: number) => number): AttemptFact[] {
  return Array.from({ length: count }, (_, index) => ({
    value: nth(index),
    at: index * 3_600_000,
    sessionId: `s${Math.floor(index / 5)}`,
    dayKey: `d${Math.floor(index / 5)}`,
  }));
}

function pictureOf(taken: readonly AttemptFact[], measure = MEASURE) {
  return { ...drawPicture(measure, taken), outlook: drawOutlook(measure, taken) };
}

const xs = (path: string) => [...path.matchAll(/(-?[\d.]+),/g)].map((found) => Number(found[1]));

describe('what comes next, drawn', () => {
  it.each([8, 40, 2_000])('begins after the last of %i takes and ends on the paper', (count) => {
    const { outlook, across, frame } = drawPractice(
      pictureOf(attempts(count, (index) => 10 + (index % 7))),
      MEASURE,
      700,
    );
    const places = xs(outlook?.band ?? '');
    expect(Math.min(...places)).toBeGreaterThan(across.x(count - 1));
    expect(Math.max(...places)).toBeLessThanOrEqual(frame.right);
  });

  it('stays within the frame, however wide it is', () => {
    const { outlook, frame } = drawPractice(
      pictureOf(attempts(9, (index) => (index % 2 === 0 ? 1 : 900))),
      MEASURE,
      360,
    );
    const heights = [...(outlook?.band ?? '').matchAll(/,(-?[\d.]+)/g)].map((found) => Number(found[1]));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(frame.top);
    expect(Math.max(...heights)).toBeLessThanOrEqual(frame.bottom);
  });

  it('is not there while it is too early to say, nor for passes, and the paper is not kept free', () => {
    const few = drawPractice(pictureOf(attempts(7, () => 10)), MEASURE, 700);
    expect(few.outlook).toBeNull();
    const pass: Measure = { ...MEASURE, kind: 'pass', target: { low: 1, high: null } };
    expect(
      drawPractice(
        pictureOf(
          attempts(30, (index) => index % 2),
          pass,
        ),
        pass,
        700,
      ).outlook,
    ).toBeNull();
  });

  it('is explained where it is drawn', () => {
    expect(practiceKey(pictureOf(attempts(30, () => 10)))).toContain(
      'The paler shade is where each of the next takes is likely to lie.',
    );
    expect(practiceKey(pictureOf(attempts(6, () => 10)))).not.toContain('next takes');
  });
});
