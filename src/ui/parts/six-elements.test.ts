import { describe, expect, it } from 'vitest';
import { coreLines, fillRadius, fillWords, petalPoint } from './six-elements.ts';

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

describe('the core', () => {
  const texts = (main: string, spans: readonly string[], sub: string | null) =>
    coreLines({ main, spans, sub, words: '' }).map((line) => line.text);

  it('says the number, how sure that is, and the target', () => {
    expect(texts('6.8', ['6.1 to 7.4', '6.1–7.4'], 'of 8')).toEqual(['6.8', '6.1 to 7.4', 'of 8']);
    expect(texts('0:52', ['0:42 to 1:03', '0:42–1:03'], null)).toEqual(['0:52', '0:42–1:03']);
  });

  it('leaves off the target before the span, and the number with the span', () => {
    expect(texts('140', ['130 to 150'], 'of 14,000,000')).toEqual(['140', '130 to 150']);
    expect(texts('140', ['1,000,130 to 1,000,150'], 'of 8')).toEqual([]);
    expect(texts('1,000,140', ['1 to 2'], 'of 8')).toEqual([]);
  });
});
