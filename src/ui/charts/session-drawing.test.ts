import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { conditionShapes, drawSession } from './session-drawing.ts';

const rating: Measure = { kind: 'rating', unit: 'calm', direction: 'up', target: { low: null, high: null } };

describe('drawSession', () => {
  it('stands the takes on zero and shades where they usually land', () => {
    const takes = [
      { number: 1, value: 6, condition: 'standing' },
      { number: 2, value: 5, condition: 'sitting' },
    ];
    const { frame, foot, stems, usual } = drawSession(takes, { low: 5.9, high: 7.7 }, rating, 432);
    expect(foot).toBe(frame.bottom);
    expect(stems.map((stem) => stem.shape)).toEqual(['circle', 'square']);
    expect(stems[0]?.top).toBeLessThan(stems[1]?.top ?? 0);
    expect(usual?.height).toBeGreaterThan(0);
  });

  it('numbers only as many takes as there is room for', () => {
    const takes = Array.from({ length: 60 }, (_, index) => ({ number: index + 1, value: index % 10 }));
    const { stems, frame } = drawSession(takes, null, rating, 320);
    expect(stems.filter((stem) => stem.text !== null).length).toBeLessThan(16);
    expect(stems.at(-1)?.x).toBeLessThanOrEqual(frame.right);
  });

  it('stands negative scores on zero too', () => {
    const score: Measure = { ...rating, kind: 'score', unit: 'points' };
    const { foot, y } = drawSession(
      [
        { number: 1, value: -4 },
        { number: 2, value: 6 },
      ],
      null,
      score,
      432,
    );
    expect(foot).toBe(y(0));
  });
});

it('gives a take as usual a shape of its own, and every take its number in the session', () => {
  const takes = [
    { number: 1, value: 7 },
    { number: 3, value: 9, condition: 'oil' },
  ];
  const score: Measure = { ...rating, kind: 'score', unit: 'points' };
  const { stems, foot, y } = drawSession(takes, null, score, 432);
  expect(stems.map(({ shape, text }) => [shape, text])).toEqual([
    ['circle', '1'],
    ['square', '3'],
  ]);
  expect(foot).toBe(y(0));
  expect(y(0) - (stems[0]?.top ?? 0)).toBeGreaterThan(0);
});

describe('conditionShapes', () => {
  it('gives each condition a shape, in the order of first appearance', () => {
    const takes = ['b', 'a', 'b', undefined, 'c'].map((condition) => ({ condition }));
    expect(conditionShapes(takes)).toEqual([
      { condition: 'b', shape: 'circle' },
      { condition: 'a', shape: 'square' },
      { condition: 'as usual', shape: 'diamond' },
      { condition: 'c', shape: 'triangle' },
    ]);
  });

  it('are none where nothing was varied', () => {
    expect(conditionShapes([{}, {}])).toEqual([]);
  });
});
