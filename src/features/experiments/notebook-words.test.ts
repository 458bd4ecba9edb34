import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { experimentBody } from '../../../tests/support/experiment-facts.ts';
import type { Verdict } from '../../engine/trial/trial.ts';
import type { Experiment } from './contract.ts';
import { decidedPredictions, judgementWords } from './notebook-words.ts';

const experiment = (verdict: Verdict, confidence: number): Experiment => ({
  ...experimentBody({ practiceId: v7(), payoffId: v7() }, { confidence }),
  id: v7(),
  measure: { kind: 'count', unit: 'catches', direction: 'up', target: { low: null, high: null } },
  end: null,
  nextPlace: 23,
  probabilities: [0.5, 0.5],
  result: {
    n: 23,
    levels: [],
    findings: [{ level: 'standing', against: 'sitting', n: 23, estimate: 1, lower: 0, upper: 2, verdict }],
  },
  aside: { notKept: 0, unscored: 0, takenBack: 0, otherMeasure: 0, drawnTwice: 0 },
});

it('weighs what is decided, and leaves out what is open', () => {
  expect(
    decidedPredictions([experiment('better', 0.7), experiment('not-enough', 0.9), experiment('worse', 0.6)]),
  ).toEqual([
    { confidence: 0.7, cameOff: true },
    { confidence: 0.6, cameOff: false },
  ]);
});

it('says how many more it takes, and then how surely they were judged', () => {
  expect(judgementWords([])).toContain('None is settled so far; ten more to go');
  const nine = Array.from({ length: 9 }, () => ({ confidence: 0.9, cameOff: false }));
  expect(judgementWords(nine)).toContain('Nine are settled so far; one more to go');
  expect(judgementWords([...nine, { confidence: 0.9, cameOff: false }])).toContain(
    'surer than it turned out, by',
  );
});
