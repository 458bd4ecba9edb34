import { describe, expect, it } from 'vitest';
import { bandPath, columnsPath, linePath } from './paths.ts';

describe('paths', () => {
  it('draw a line, and a dash for a single point', () => {
    expect(
      linePath([
        [0, 1.04],
        [2, 3],
        [4.06, 5],
      ]),
    ).toBe('M0,1L2,3 4.1,5');
    expect(linePath([[10, 5]])).toBe('M7,5H13');
    expect(linePath([])).toBe('');
  });

  it('close a band along its lower edge', () => {
    expect(
      bandPath([
        { x: 0, low: 9, high: 1 },
        { x: 5, low: 8, high: 2 },
      ]),
    ).toBe('M0,1L5,2L5,8L0,9Z');
    expect(bandPath([])).toBe('');
  });

  it('put all columns in one stroke', () => {
    expect(
      columnsPath([
        { x: 1, from: 9, to: 2 },
        { x: 2, from: 8, to: 3 },
      ]),
    ).toBe('M1,9V2M2,8V3');
  });
});
