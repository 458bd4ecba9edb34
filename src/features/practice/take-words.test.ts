import { describe, expect, it } from 'vitest';
import { attemptRow, payoffBody } from '../../../tests/support/practice-facts.ts';
import type { AttemptBody } from './contract.ts';
import { valueWords } from './take-words.ts';

const inForce = { ...payoffBody('practice', { kind: 'rating', unit: 'points' }), id: 'now' };
const before = { ...payoffBody('practice', { kind: 'count', unit: 'throws' }), id: 'before' };
const take = (id: string, more: Partial<AttemptBody> = {}) =>
  attemptRow(id, { practiceId: 'practice', sessionId: 's', payoffId: 'now' }, more);

describe('the value of a take', () => {
  it('has its unit where that is not the one of the list', () => {
    expect(valueWords(take('a', { value: 6 }), inForce, inForce)).toBe('6');
    expect(valueWords(take('a', { value: 6 }), before, inForce)).toBe('6 throws');
  });

  it('is said also where there is none, or nothing to measure by', () => {
    expect(valueWords(take('a', { value: null }), inForce, inForce)).toBe('no score');
    expect(valueWords(take('a', { value: 6 }), undefined, undefined)).toBe('6');
  });
});
