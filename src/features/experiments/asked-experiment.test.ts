import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { type AskedDraft, draftFor, READY_MADE, readAsked, usualSmallest } from './asked-experiment.ts';

const NO_TARGET = { low: null, high: null };
const catches: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: NO_TARGET };
const share: Measure = { kind: 'proportion', unit: '', direction: 'up', target: NO_TARGET };
const points: Measure = { kind: 'rating', unit: '', direction: 'up', target: NO_TARGET };
const posture = { name: 'posture', levels: ['sitting', 'standing'] };
const faultsOf = (change: Partial<AskedDraft>, measure = catches) => {
  const read = readAsked({ ...draftFor(posture, measure, 40), ...change }, measure);
  return 'faults' in read ? read.faults.map(({ field }) => field) : [];
};
const termsOf = (draft: AskedDraft, measure: Measure) => {
  const read = readAsked(draft, measure);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.terms;
};

describe('what is asked', () => {
  it('can begin as it is filled in, whatever is measured', () => {
    const measures: readonly (readonly [Measure, number])[] = [
      [catches, 40],
      [catches, 0],
      [share, 0.68],
      [points, 6.5],
      [{ ...points, kind: 'pass' }, 0.5],
      [{ ...catches, kind: 'duration', unit: 's', direction: 'down' }, 12.4],
      [{ ...catches, kind: 'rate', unit: 'words' }, 71.3],
      [{ ...catches, kind: 'score', unit: 'km' }, -3],
    ];
    for (const [measure, now] of measures)
      for (const variable of [posture, ...READY_MADE])
        expect(termsOf(draftFor(variable, measure, now), measure).levels).toEqual(variable.levels);
  });

  it('reads percentage points as shares, and a reference as it is logged', () => {
    const terms = termsOf({ ...draftFor(posture, share, 0.68), smallest: '4' }, share);
    expect(terms).toMatchObject({ smallest: 0.04, reference: 0.68 });
  });

  it('leaves out the settings that are not wanted, and lets the draw learn from three on', () => {
    const three = { name: 'ball', levels: ['beanbag', 'tennis ball', 'socks'] };
    const draft = draftFor(three, catches, 40);
    expect(termsOf(draft, catches).draw).toEqual({ kind: 'adaptive', floor: 0.1 });
    const two = termsOf({ ...draft, leftOut: ['beanbag'] }, catches);
    expect(two).toMatchObject({ levels: ['tennis ball', 'socks'], draw: { probabilities: [0.5, 0.5] } });
  });

  it('draws a place for a session, and a posture for every take', () => {
    expect(READY_MADE.map((one) => draftFor(one, catches, 40).unit)).toEqual(['session', 'session']);
    expect(draftFor(posture, catches, 40).unit).toBe('attempt');
    const warm = { ...draftFor(posture, catches, 40), hasWarmUp: true };
    expect(termsOf(warm, catches).washout).toBe(0);
    expect(termsOf({ ...warm, unit: 'session' }, catches).washout).toBe(1);
  });

  it('names the field where it cannot be agreed', () => {
    expect(faultsOf({ variable: ' ' })).toEqual(['variable']);
    expect(faultsOf({ levels: ['one', ''] })).toEqual(['levels']);
    expect(faultsOf({ levels: ['one', 'One '] })).toEqual(['levels']);
    expect(faultsOf({ smallest: '0' })).toEqual(['smallest']);
    expect(faultsOf({ smallest: 'some' })).toEqual(['smallest']);
    expect(faultsOf({ reference: '' })).toEqual(['reference']);
    expect(faultsOf({ reference: '' }, points)).toEqual([]);
    expect(faultsOf({ smallest: '20' }, points)).toEqual([]);
  });

  it('suggests a difference of about a tenth, in figures that a person would say', () => {
    expect(usualSmallest(catches, 43)).toBe(4);
    expect(usualSmallest(catches, null)).toBe(1);
    expect(usualSmallest({ kind: 'duration' }, 12.43)).toBe(1);
    expect(usualSmallest({ kind: 'rate' }, 71.3)).toBe(7);
  });
});
