import { describe, expect, it } from 'vitest';
import { type Label, labelBox, placeLabel } from './label-place.ts';

const inside = { left: 0, right: 300, top: 0, bottom: 200 };
const at = (x: number, y: number): Label => ({ text: 'best 12', x, y, anchor: 'middle' });
const nothing = { hard: [], soft: [] };

describe('placeLabel', () => {
  it('takes the first place that is free', () => {
    expect(placeLabel([at(100, 100), at(200, 100)], nothing, inside)).toEqual(at(100, 100));
    const taken = labelBox(at(100, 100));
    expect(placeLabel([at(100, 100), at(200, 100)], { hard: [taken], soft: [] }, inside)).toEqual(
      at(200, 100),
    );
  });

  it('does not leave the drawing', () => {
    expect(placeLabel([at(295, 100), at(200, 100)], nothing, inside)).toEqual(at(200, 100));
  });

  it('lies over dots rather than over words', () => {
    const dot = { left: 195, right: 205, top: 90, bottom: 100 };
    const words = labelBox(at(100, 100));
    expect(placeLabel([at(100, 100), at(200, 100)], { hard: [words], soft: [dot] }, inside)).toEqual(
      at(200, 100),
    );
  });

  it('leaves dots free where it can', () => {
    const dot = { left: 95, right: 105, top: 90, bottom: 100 };
    expect(placeLabel([at(100, 100), at(200, 100)], { hard: [], soft: [dot] }, inside)).toEqual(at(200, 100));
  });

  it('falls back on the first place', () => {
    expect(placeLabel([at(295, 100)], nothing, inside)).toEqual(at(295, 100));
  });
});
