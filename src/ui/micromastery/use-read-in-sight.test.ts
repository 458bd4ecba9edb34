import { describe, expect, it } from 'vitest';
import { isMostlyInSight } from './use-read-in-sight.ts';

const sight = (seen: number, height: number, room = 500) => ({
  isIntersecting: seen > 0,
  intersectionRect: { height: seen },
  boundingClientRect: { height },
  rootBounds: { height: room },
});

describe('isMostlyInSight', () => {
  it.each([
    ['an edge of it', sight(10, 100), false],
    ['half of it', sight(50, 100), true],
    ['all of it', sight(100, 100), true],
    ['nothing of it', sight(0, 100), false],
    ['half a screen of a text longer than that', sight(250, 2_000), true],
    ['no height at all, as what is folded away has', sight(0, 0), false],
  ])('of %s', (_, entry, is) => {
    expect(isMostlyInSight(entry)).toBe(is);
  });
});
