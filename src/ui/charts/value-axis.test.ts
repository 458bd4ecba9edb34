import { describe, expect, it } from 'vitest';
import { valueAxis } from './value-axis.ts';

describe('valueAxis', () => {
  it('starts at a true zero', () => {
    expect(valueAxis({ kind: 'rate', unit: 'words' }, [80, 96, 104], 5).domain[0]).toBe(0);
    expect(valueAxis({ kind: 'count', unit: 'catches' }, [], 5).domain).toEqual([0, 1]);
  });

  it('shows the whole of a scale that has ends', () => {
    expect(valueAxis({ kind: 'rating', unit: 'calm' }, [6, 7], 5).domain).toEqual([0, 10]);
    expect(valueAxis({ kind: 'proportion', unit: '' }, [0.4], 5).ticks.map((tick) => tick.text)).toEqual([
      '0%',
      '25%',
      '50%',
      '75%',
      '100%',
    ]);
  });

  it('says where it starts when that is not zero', () => {
    const axis = valueAxis({ kind: 'score', unit: 'rating points' }, [1410, 1490], 5);
    expect(axis.domain[0]).toBeGreaterThan(1000);
    expect(axis.title).toBe(`rating points, from ${axis.ticks[0]?.text}`);
    expect(valueAxis({ kind: 'score', unit: 'grams' }, [4, 12], 5)).toMatchObject({ title: 'grams' });
  });

  it('starts at zero where all values are the same', () => {
    expect(valueAxis({ kind: 'score', unit: 'points' }, [1500, 1500], 5).domain[0]).toBe(0);
    expect(valueAxis({ kind: 'score', unit: 'points' }, [-5, -5], 5).domain[1]).toBe(0);
  });

  it('reaches below zero for scores that do', () => {
    expect(valueAxis({ kind: 'score', unit: 'points' }, [-4, 12], 5).domain).toEqual([-5, 15]);
    expect(valueAxis({ kind: 'score', unit: 'points' }, [-40, -38], 5).domain[1]).toBeLessThan(0);
  });

  it('takes tens of thousands of values', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => index);
    expect(valueAxis({ kind: 'count', unit: 'steps' }, many, 5).domain).toEqual([0, 200_000]);
  });
});
