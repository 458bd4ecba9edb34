import { describe, expect, it } from 'vitest';
import type { LevelFinding } from '../../engine/experiment/experiment-result.ts';
import { predictionAnswer, predictionSentence } from './prediction.ts';

type Verdict = LevelFinding['verdict'];
const LEVELS = ['sitting', 'standing', 'walking'];
const answer = (
  predictedLevel: string | null,
  verdicts: readonly [Verdict, ...Verdict[]],
  estimates: readonly number[] = [2, 1],
) =>
  predictionAnswer({
    predictedLevel,
    levels: LEVELS.slice(0, verdicts.length + 1),
    findings: verdicts.map((verdict, at) => ({
      level: LEVELS[at + 1] ?? '',
      estimate: estimates[at] ?? null,
      verdict,
    })),
  });

describe('a prediction of no difference', () => {
  it.each([
    [['no-difference'], 'came-off'],
    [['no-difference', 'no-difference'], 'came-off'],
    [['better'], 'did-not'],
    [['no-difference', 'worse'], 'did-not'],
    [['not-enough', 'better'], 'did-not'],
    [['not-enough'], 'not-yet'],
    [['no-difference', 'not-enough'], 'not-yet'],
  ] as const)('%j: %s', (verdicts, told) => {
    expect(answer(null, [...verdicts] as [Verdict, ...Verdict[]])).toBe(told);
  });
});

describe('a prediction of the level that the others are held against', () => {
  it.each([
    [['worse'], 'came-off'],
    [['worse', 'no-difference'], 'came-off'],
    [['worse', 'not-enough'], 'not-yet'],
    [['worse', 'better'], 'did-not'],
    [['not-enough', 'better'], 'did-not'],
    [['no-difference', 'no-difference'], 'did-not'],
    [['no-difference', 'not-enough'], 'not-yet'],
    [['not-enough'], 'not-yet'],
  ] as const)('%j: %s', (verdicts, told) => {
    expect(answer('sitting', [...verdicts] as [Verdict, ...Verdict[]])).toBe(told);
  });
});

describe('a prediction of another level', () => {
  it.each([
    [['better'], [2], 'came-off'],
    [['better', 'better'], [2, 1], 'came-off'],
    [['better', 'better'], [1, 2], 'not-yet'],
    [['better', 'not-enough'], [1, 2], 'came-off'],
    [['worse'], [-2], 'did-not'],
    [['no-difference', 'better'], [0, 2], 'did-not'],
    [['not-enough', 'better'], [1, 2], 'not-yet'],
  ] as const)('%j with estimates %j: %s', (verdicts, estimates, told) => {
    expect(answer('standing', [...verdicts] as [Verdict, ...Verdict[]], estimates)).toBe(told);
  });
});

it('is not open to any answer before there is a comparison', () => {
  expect(predictionAnswer({ predictedLevel: null, levels: LEVELS, findings: [] })).toBe('not-yet');
});

it('is said with how sure it was', () => {
  expect(predictionSentence({ predictedLevel: 'standing', confidence: 0.7 })).toBe(
    'You expected standing (7 in 10 sure).',
  );
  expect(predictionSentence({ predictedLevel: null, confidence: 0.75 })).toBe(
    'You expected no difference (75 in 100 sure).',
  );
});
