import { describe, expect, it } from 'vitest';
import { designBody } from '../../../tests/support/practice-facts.ts';
import { itemsOf, suggestedWay, waysOf } from './measure-way.ts';

const plain = designBody();
const listed = designBody({ formats: { checklist: ['Feet apart', 'Knees soft', 'Look up'] } });

describe('the ways a take is measured', () => {
  it('follow the kind, and the unit where it says how', () => {
    expect(suggestedWay({ kind: 'rate', unit: 'bpm' }, plain)).toBe('tempo');
    expect(suggestedWay({ kind: 'rate', unit: 'clean beats' }, plain)).toBe('tempo');
    expect(suggestedWay({ kind: 'rate', unit: 'net words' }, plain)).toBe('net');
    expect(suggestedWay({ kind: 'rate', unit: 'words' }, plain)).toBe('words');
    expect(suggestedWay({ kind: 'rate', unit: 'correct words a minute' }, plain)).toBe('after');
    expect(suggestedWay({ kind: 'count', unit: 'words' }, plain)).toBe('words');
    expect(suggestedWay({ kind: 'count', unit: 'catches' }, listed)).toBe('usual');
    expect(suggestedWay({ kind: 'duration', unit: 'seconds of words' }, plain)).toBe('usual');
  });

  it('tick off only where there is a list', () => {
    const steps = { kind: 'proportion', unit: 'share of steps' } as const;
    expect(suggestedWay(steps, listed)).toBe('checklist');
    expect(suggestedWay(steps, plain)).toBe('usual');
    expect(waysOf({ kind: 'score', unit: 'points' }, listed)).toEqual(['usual', 'checklist']);
    expect(itemsOf(designBody({ formats: { checklist: ['Only one'] } }))).toEqual([]);
  });

  it('are one where nothing but the usual fits', () => {
    expect(waysOf({ kind: 'rating', unit: 'out of 10' }, listed)).toEqual(['usual']);
    expect(waysOf({ kind: 'rate', unit: 'correct words' }, plain)).toEqual(['usual', 'net', 'after']);
    expect(waysOf({ kind: 'rate', unit: 'words' }, plain)).toEqual(['usual', 'words', 'net']);
    expect(waysOf({ kind: 'rate', unit: 'changes' }, plain)).toEqual(['usual', 'net']);
  });
});
