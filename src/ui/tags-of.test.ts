import { describe, expect, it } from 'vitest';
import { tagsOf } from './tags-of.ts';

describe('tagsOf', () => {
  it('takes each once, in the order typed', () => {
    expect(tagsOf(' morning, standing ,, morning ,')).toEqual(['morning', 'standing']);
    expect(tagsOf('  ')).toEqual([]);
  });

  it('leaves off what is too much, and no blank at the end where it cuts', () => {
    expect(tagsOf(`${'a'.repeat(39)} b, c`)).toEqual(['a'.repeat(39), 'c']);
    expect(tagsOf('a,b,c,d,e,f,g,h,i,j,k')).toHaveLength(10);
  });
});
