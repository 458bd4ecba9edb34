import { describe, expect, it } from 'vitest';
import { designBody } from '../../../tests/support/practice-facts.ts';
import { aimOffers, partOffers } from './aim-offers.ts';

const design = designBody({
  experiments: [{ name: 'Posture', levels: ['standing', 'sitting'] }],
  twists: [{ name: 'Back to front', instruction: 'Open with the last sentence.' }],
  support: {
    kit: [],
    people: [],
    place: null,
    time: null,
    mindset: null,
    obstacles: [
      // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text, and nobody awaits a string
      { if: 'I rush', then: 'count to three' },
      // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text, and nobody awaits a string
      { if: 'x'.repeat(160), then: 'breathe out' },
    ],
  },
});

describe('what is offered to change', () => {
  it('is what was changed last, then levels, twists and plans of the design', () => {
    expect(aimOffers(design, { text: 'slower' }).map(({ text }) => text)).toEqual([
      'slower',
      'Posture: standing',
      'Posture: sitting',
      'Back to front',
      'If I rush, then count to three',
      'breathe out',
    ]);
  });

  it('offers nothing twice, and keeps the level that takes are marked with', () => {
    const offers = aimOffers(design, { text: 'Posture: sitting' });
    expect(offers[0]).toEqual({ text: 'Posture: sitting', level: { variable: 'Posture', level: 'sitting' } });
    expect(offers.filter(({ text }) => text === 'Posture: sitting')).toHaveLength(1);
  });

  it('names the parts of the design once, and none that is too long for a name', () => {
    const side = (name: string) => ({ name, soloDrill: 'alone', measure: 'by ear' });
    const rubPat = {
      timing: 'at-once',
      a: side('left hand'),
      b: side('right hand'),
      together: 'both',
    } as const;
    const formats = { checklist: ['left hand', 'look up', 'y'.repeat(90)] };
    expect(partOffers(designBody({ rubPat, formats }))).toEqual(['left hand', 'right hand', 'look up']);
    expect(partOffers(designBody())).toEqual([]);
  });
});
