import { describe, expect, it } from 'vitest';
import { type Label, labelBox, placeLabel } from './label-place.ts';

const inside = { left: 0, right: 300, top: 0, bottom: 200 };
const at = (x: number, y: number, text = 'best 12'): Label => ({ text, x, y, anchor: 'middle' });
const nothing = { hard: [], soft: [] };

describe('placeLabel', () => {
  it('takes the first place that is free', () => {
    expect(placeLabel([[at(100, 100), at(200, 100)]], nothing, inside)).toEqual(at(100, 100));
    const taken = labelBox(at(100, 100));
    expect(placeLabel([[at(100, 100), at(200, 100)]], { hard: [taken], soft: [] }, inside)).toEqual(
      at(200, 100),
    );
  });

  it('does not leave the drawing', () => {
    expect(placeLabel([[at(295, 100), at(200, 100)]], nothing, inside)).toEqual(at(200, 100));
  });

  it('lies over dots rather than over words, and over few rather than many', () => {
    const dot = (x: number) => ({ left: x - 5, right: x + 5, top: 90, bottom: 100 });
    const words = labelBox(at(100, 100));
    const places = [at(100, 100), at(200, 100)];
    expect(placeLabel([places], { hard: [words], soft: [dot(200)] }, inside)).toEqual(at(200, 100));
    expect(placeLabel([places], { hard: [], soft: [dot(100)] }, inside)).toEqual(at(200, 100));
    const many = [dot(95), dot(105), dot(200)];
    expect(placeLabel([places], { hard: [], soft: many }, inside)).toEqual(at(200, 100));
  });

  it('says more only where that stands clear of everything', () => {
    const dot = { left: 120, right: 130, top: 90, bottom: 100 };
    const texts = [[at(100, 100, 'best 12, in March')], [at(100, 100)]];
    expect(placeLabel(texts, nothing, inside)?.text).toBe('best 12, in March');
    expect(placeLabel(texts, { hard: [], soft: [dot] }, inside)?.text).toBe('best 12');
  });

  it('has no place where every one is over other words or outside', () => {
    expect(placeLabel([[at(295, 100)]], nothing, inside)).toBeNull();
    expect(placeLabel([[at(100, 100)]], { hard: [labelBox(at(110, 104))], soft: [] }, inside)).toBeNull();
  });

  it('turns an upright text round its middle', () => {
    const box = labelBox({ ...at(100, 100, 'nine months away'), isUpright: true });
    expect(box.bottom - box.top).toBeGreaterThan(80);
    expect(box.right - box.left).toBeLessThan(20);
  });
});
