import { expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import type { LevelFinding } from './experiment-result.ts';
import { experimentSentence, moreNeededSentence } from './experiment-words.ts';

const points: Measure = {
  kind: 'rating',
  unit: '',
  direction: 'up',
  target: { low: null, high: null },
};
const finding = (change: Partial<LevelFinding>): LevelFinding => ({
  level: 'standing',
  against: 'sitting',
  n: 20,
  estimate: 1.5,
  lower: 0.8,
  upper: 2.1,
  verdict: 'better',
  ...change,
});

it.each([
  [finding({}), 'Standing beats sitting by 0.8 to 2.1 points.'],
  [
    finding({ verdict: 'worse', lower: -2.1, upper: -0.8, estimate: -1.5 }),
    'Sitting beats standing by 0.8 to 2.1 points.',
  ],
  [
    finding({ verdict: 'no-difference', lower: -0.4, upper: 0.3, estimate: -0.1 }),
    'No difference you would notice between standing and sitting: at most 0.4 points either way.',
  ],
  [
    finding({ verdict: 'not-enough', lower: -0.6, upper: 1, estimate: 0.2 }),
    'Too soon to tell standing from sitting: it could be up to 0.6 points worse or 1 point better.',
  ],
  [finding({ verdict: 'not-enough', lower: null, upper: 1 }), 'Too soon to tell standing from sitting.'],
])('says what the interval bears, and no more: %#', (told, sentence) => {
  expect(experimentSentence(points, told)).toBe(sentence);
});

it('says how many more would settle it with its span, or that it cannot be told', () => {
  expect(moreNeededSentence({ low: 3, high: 24 }, 'attempt')).toBe(
    'Likely settled in three to 24 more takes (four in five).',
  );
  expect(moreNeededSentence({ low: 1, high: 2 }, 'session')).toContain('one to two more sessions');
  expect(moreNeededSentence(null, 'attempt')).toContain('cannot be told yet');
});
