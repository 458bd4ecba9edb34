import { describe, expect, it } from 'vitest';
import { SOUND_DESIGN } from '../../../tests/support/sound-design.ts';
import type { Design } from './design.ts';
import { reviewDesign } from './design-review.ts';

const EMPTY: Design = {
  slug: '',
  title: '',
  verb: '',
  summary: '',
  needs: [],
  fields: [],
  entryTrick: null,
  rubPat: null,
  support: null,
  payoff: null,
  repeat: null,
  twists: [],
  experiments: [],
  safety: null,
};
const codes = (design: Partial<Design>) => reviewDesign({ ...EMPTY, ...design }).map(({ code }) => code);
const { entryTrick, payoff, repeat, rubPat } = SOUND_DESIGN;
const titled = { title: 'Paint a line', verb: 'paint' };

describe('a design that has only just been begun', () => {
  it('is asked for one thing to do, and for nothing else', () => {
    expect(codes({})).toEqual(['title-missing']);
    // What stands there is reviewed all the same.
    expect(codes({ entryTrick: { ...entryTrick, limit: null } })).toEqual([
      'title-missing',
      'entry-trick-no-limit',
    ]);
  });

  it('is then asked for as many elements as are enough to practise, and not for all', () => {
    expect(codes(titled)).toEqual(['entry-trick-missing', 'payoff-missing', 'repeat-missing']);
    expect(codes({ ...titled, payoff })).toEqual(['entry-trick-missing', 'repeat-missing']);
    expect(codes({ ...titled, payoff, rubPat })).toEqual(['entry-trick-missing']);
  });

  it('is told all that could be added once it can be practised', () => {
    expect(codes({ ...titled, entryTrick, payoff, repeat })).toEqual([
      'needs-none',
      'rub-pat-missing',
      'support-missing',
      'experiments-too-few',
      'twists-none',
    ]);
  });

  it('reads well with nothing in it, and with any one part of it', () => {
    const parts = Object.entries(SOUND_DESIGN).map(([name, part]) => ({ [name]: part }));
    for (const part of [{}, ...parts])
      for (const { why, betterExample } of reviewDesign({ ...EMPTY, ...part })) {
        const said = `${why} ${betterExample}`;
        expect(said).not.toMatch(/“”|“this”|\s[,.:;]|\s{2}|null|undefined/);
      }
  });
});
