import { describe, expect, it } from 'vitest';
import { attemptRow, payoffBody } from '../../../tests/support/practice-facts.ts';
import type { AttemptBody } from './contract.ts';
import { wordsOfTakes } from './recorded-takes.ts';

const inForce = { ...payoffBody('practice', { kind: 'rating', unit: 'points' }), id: 'now' };
const before = { ...payoffBody('practice', { kind: 'count', unit: 'throws' }), id: 'before' };
const take = (id: string, more: Partial<AttemptBody> = {}) =>
  attemptRow(id, { practiceId: 'practice', sessionId: 's', payoffId: 'now' }, more);

describe('what a recording says of its take', () => {
  it('is its number, what was varied and what was scored', () => {
    const takes = [take('b', { value: 7.4, conditions: { posture: 'standing' } }), take('a', { value: 6 })];
    const words = wordsOfTakes(takes, 1_023, [inForce, before]);
    expect(words.get('b')).toEqual({ label: 'Take 1,023', said: 'standing', value: '7.4' });
    expect(words.get('a')).toEqual({ label: 'Take 1,022', said: '', value: '6' });
    expect(words.get('unlisted')).toBeUndefined();
  });
});
