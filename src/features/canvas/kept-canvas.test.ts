import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from './draft.ts';
import { keptCanvasOf, noteOf } from './kept-canvas.ts';

const draft = { ...EMPTY_DRAFT, title: 'Whistle with two fingers' };
const file = { slug: 'bowline', version: 3, lineage: ['knots@1'], links: [] };

describe('what is kept of a canvas', () => {
  it('is what was typed, and where it came from', () => {
    expect(keptCanvasOf(noteOf({ draft, file }))).toEqual({ draft, file });
    expect(keptCanvasOf(noteOf({ draft, file: null }))).toEqual({ draft, file: null });
  });

  it('is found again as an app of before has kept it', () => {
    expect(keptCanvasOf(draft)).toEqual({ draft, file: null });
    const { forms, ...before } = draft;
    expect(keptCanvasOf(before)).toEqual({ draft: { ...draft, forms }, file: null });
  });

  it('is nothing where there is no note, or another one', () => {
    expect(keptCanvasOf(null)).toBeNull();
    expect(keptCanvasOf({ title: 'Whistle' })).toBeNull();
  });
});
