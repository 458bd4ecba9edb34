import { describe, expect, it } from 'vitest';
import { countText } from './count-text.ts';

describe('countText', () => {
  it('parts thousands', () => {
    expect([7, 999, 1_000, 14_163].map(countText)).toEqual(['7', '999', '1,000', '14,163']);
  });
});
