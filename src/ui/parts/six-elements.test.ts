import { describe, expect, it } from 'vitest';
import { fillRadius, fillWords, petalPoint } from './six-elements.ts';

describe('the six petals', () => {
  it('fill from the core to the tip and never beyond', () => {
    expect(fillRadius(0)).toBe(34);
    expect(fillRadius(0.68)).toBeCloseTo(119.68);
    expect(fillRadius(1)).toBe(160);
    expect(fillRadius(7)).toBe(160);
    expect(fillRadius(-1)).toBe(34);
  });

  it('turn clockwise, with y pointing down as in SVG', () => {
    expect(petalPoint(90, 140)).toEqual([140, 0]);
    expect(petalPoint(210, 140)).toEqual([-70, 121.2]);
    expect(petalPoint(30, 140)).toEqual([70, -121.2]);
  });

  it('say in words what the filling shows', () => {
    expect(fillWords(0, false)).toBe('Not in place yet.');
    expect(fillWords(0.8, true)).toBe('80 percent in place, being worked on now.');
    expect(fillWords(1, false)).toBe('In place.');
  });
});
