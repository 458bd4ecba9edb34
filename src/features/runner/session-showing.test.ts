import { describe, expect, it } from 'vitest';
import { isShowingLost, type Shown, showingWrites } from './session-showing.ts';

const shown = (more: Partial<Shown> = {}): Shown => ({
  showingId: 'showing',
  audience: '',
  occasion: '',
  quote: '',
  quotedFrom: '',
  toldAt: 0,
  ...more,
});
const sitting = (told: Partial<Shown>) => ({
  practiceId: 'practice',
  sessionId: 'session',
  work: 'showing' as const,
  shown: shown(told),
  takes: [{ localDay: '2026-03-01' }],
});

describe('what is told of a showing', () => {
  it.each([
    ['a quote', { quote: 'You look so calm.' }],
    ['an occasion', { occasion: 'the summer party' }],
    ['a quote, and a number that is none', { quote: 'You look so calm.', audience: 'many' }],
  ])('would be lost with %s and no number of people', (_, told) => {
    expect(isShowingLost(sitting(told))).toBe(true);
    expect(showingWrites(sitting(told))).toEqual([]);
  });

  it('is not lost with a number, where nothing was written, or in a run of the whole', () => {
    expect(isShowingLost(sitting({ quote: 'You look so calm.', audience: '9' }))).toBe(false);
    expect(showingWrites(sitting({ quote: 'You look so calm.', audience: '9' }))).toHaveLength(1);
    expect(isShowingLost(sitting({ quote: '  ' }))).toBe(false);
    expect(isShowingLost({ ...sitting({ quote: 'You look so calm.' }), work: 'whole' })).toBe(false);
  });
});
