import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextVariant, type Variant, wasStable } from './practice-order.ts';

const [YES, NO] = [true, false];
const held = (id: string): Variant => ({ id, passed: [YES, YES, NO, YES] });

describe('the order of practice', () => {
  it('needs two variants', () => {
    expect(nextVariant([held('a')], null, 0, 1)).toEqual({ kind: 'too-few-variants', have: 1, need: 2 });
  });

  it('stays in a block until three of four held once, in the order given', () => {
    const variants = [held('a'), { id: 'b', passed: [YES, YES, NO] }, { id: 'c', passed: [] }];
    expect(nextVariant(variants, 'b', 7, 1)).toEqual({ kind: 'variant', id: 'b', reason: 'first-run' });
  });

  it('counts a first run once, whatever came after it', () => {
    expect(wasStable([NO, YES, YES, YES, NO, NO, NO])).toBe(true);
    expect(wasStable([YES, YES, YES])).toBe(false);
    expect(wasStable([YES, NO, YES, NO, YES, NO])).toBe(false);
  });

  it('then mixes all of them, none twice in a row, the same under the same seed', () => {
    const variants = ['a', 'b', 'c', 'd'].map(held);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const run = () => {
          const ids: string[] = [];
          for (let place = 0; place < 60; place += 1) {
            const next = nextVariant(variants, ids.at(-1) ?? null, place, seed);
            if (next.kind === 'variant') ids.push(next.id);
          }
          return ids;
        };
        const ids = run();
        expect(ids.length).toBe(60);
        expect(ids.some((id, at) => id === ids[at - 1])).toBe(false);
        expect(new Set(ids).size).toBe(4);
        expect(run()).toEqual(ids);
      }),
      { numRuns: 30 },
    );
  });
});
