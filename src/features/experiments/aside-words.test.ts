import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { experimentBody } from '../../../tests/support/experiment-facts.ts';
import { checkWords, drawnWords, isToldAtReference, leftOutWords } from './aside-words.ts';
import type { Experiment } from './contract.ts';

const NO_ASIDE = { notKept: 0, unscored: 0, takenBack: 0, otherMeasure: 0, drawnTwice: 0 };
const experiment = (aside: Partial<Experiment['aside']>, more: Partial<Experiment> = {}): Experiment => ({
  ...experimentBody({ practiceId: v7(), payoffId: v7() }),
  id: v7(),
  measure: { kind: 'count', unit: 'catches', direction: 'up', target: { low: null, high: null } },
  end: null,
  nextPlace: 23,
  probabilities: [0.5, 0.5],
  result: { n: 23, levels: [], findings: [] },
  aside: { ...NO_ASIDE, ...aside },
  ...more,
});

it('says how much was drawn, and what could not be done as drawn', () => {
  expect(drawnWords(experiment({}))).toBe(
    'The lot chose between both for all 23 takes. You kept to it every time.',
  );
  expect(drawnWords(experiment({ notKept: 1 }))).toContain(
    'One could not be done as drawn, and counts as drawn.',
  );
  expect(drawnWords(experiment({}, { nextPlace: 0, unit: 'session' }))).toContain('nothing was drawn yet');
});

it('tells every reason for leaving something out, and none that is not there', () => {
  expect(leftOutWords(experiment({ notKept: 3 }))).toBeNull();
  expect(leftOutWords(experiment({ takenBack: 1 }))).toBe(
    'One taken back: this take tells nothing of the difference.',
  );
  expect(leftOutWords(experiment({ unscored: 2, drawnTwice: 1, otherMeasure: 14 }))).toBe(
    'Two without a score, 14 measured otherwise, one drawn a second time on another device: these takes tell nothing of the difference.',
  );
});

it('says whether the draws are those that were committed to, and else which are not', () => {
  expect(checkWords(null)).toBeNull();
  expect(checkWords({ draws: 23, otherwise: [] })).toBe('All 23 draws are as committed.');
  expect(checkWords({ draws: 23, otherwise: [4] })).toBe(
    'Draw 5 is not what the seed draws; the other 22 are as committed.',
  );
  expect(checkWords({ draws: 9, otherwise: [0, 2, 8] })).toContain('Draws 1, 3 and 9 are not');
});

it('names a value for differences that are shares of what there is, and for no other', () => {
  const { measure } = experiment({});
  expect(isToldAtReference(measure)).toBe(true);
  expect(isToldAtReference({ ...measure, kind: 'rating' })).toBe(false);
  expect(isToldAtReference({ ...measure, direction: 'within' })).toBe(false);
});
