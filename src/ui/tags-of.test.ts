import { describe, expect, it } from 'vitest';
import { tagsFault, tagsOf } from './tags-of.ts';

describe('tagsOf', () => {
  it('takes each once, in the order typed', () => {
    expect(tagsOf(' morning, standing ,, morning ,')).toEqual(['morning', 'standing']);
    expect(tagsOf('  ')).toEqual([]);
  });

  it('leaves off what is too much, and no blank at the end where it cuts', () => {
    expect(tagsOf(`${'a'.repeat(39)} b, c`)).toEqual(['a'.repeat(39), 'c']);
    expect(tagsOf('a,b,c,d,e,f,g,h,i,j,k')).toHaveLength(10);
  });

  it('says what it leaves off', () => {
    expect(tagsFault('a, b, a')).toBeNull();
    expect(tagsFault('a,b,c,d,e,f,g,h,i,j,k')).toBe('At most 10 tags; the rest is left out.');
    expect(tagsFault('a'.repeat(41))).toContain('at most 40 characters');
  });
});
