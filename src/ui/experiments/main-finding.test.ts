import { describe, expect, it } from 'vitest';
import type { LevelFinding } from '../../engine/experiment/experiment-result.ts';
import { mainFinding, winningLevel } from './main-finding.ts';

const of = (
  level: string,
  verdict: LevelFinding['verdict'],
  estimate: number | null = 1,
  half = 2,
): LevelFinding => ({
  ...{ level, against: 'sitting', n: 9, estimate, verdict },
  lower: estimate === null ? null : estimate - half,
  upper: estimate === null ? null : estimate + half,
});

describe('what is said first', () => {
  it.each([
    [[of('standing', 'not-enough'), of('walking', 'better')], 'walking'],
    [[of('standing', 'better', 1), of('walking', 'better', 3)], 'walking'],
    [[of('standing', 'no-difference'), of('walking', 'worse')], 'walking'],
    [[of('standing', 'not-enough'), of('walking', 'no-difference')], 'walking'],
    // Of what is open, the one that is closest to being decided.
    [[of('standing', 'not-enough', 1, 4), of('walking', 'not-enough', -1, 1.1)], 'walking'],
    [[of('standing', 'not-enough', null), of('walking', 'not-enough', 0.1)], 'walking'],
  ])('%#', (findings, level) => {
    expect(mainFinding(findings)?.level).toBe(level);
    expect(mainFinding(findings.toReversed())?.level).toBe(level);
  });

  it('is nothing where nothing is compared', () => {
    expect(mainFinding([])).toBeNull();
  });
});

describe('the level that may be kept', () => {
  it.each([
    [[of('standing', 'better')], 'standing'],
    [[of('standing', 'better'), of('walking', 'not-enough')], 'standing'],
    [[of('standing', 'worse', -1)], 'sitting'],
    [[of('standing', 'worse', -1), of('walking', 'no-difference')], 'sitting'],
    [[of('standing', 'worse', -1), of('walking', 'not-enough')], null],
    [[of('standing', 'no-difference')], null],
    [[of('standing', 'not-enough')], null],
  ])('%#', (findings, level) => {
    expect(winningLevel(findings)).toBe(level);
  });
});
