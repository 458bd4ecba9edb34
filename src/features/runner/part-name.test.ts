import { describe, expect, it } from 'vitest';
import { LONGEST_PART, partName } from './part-name.ts';

describe('the name of a part', () => {
  it('is one line, however it was typed', () => {
    expect(partName('  left \n hand ')).toBe('left hand');
    expect(partName(' \t ')).toBeNull();
  });

  it('is cut to what home keeps, and never in half a letter', () => {
    const name = partName(`${'a'.repeat(LONGEST_PART - 1)}😀`) ?? '';
    expect(name.length).toBeLessThanOrEqual(LONGEST_PART);
    expect(name.isWellFormed()).toBe(true);
  });
});
