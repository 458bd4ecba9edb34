import { describe, expect, it } from 'vitest';
import { EXAMPLE_DESIGN } from '../library/contract.ts';
import { chosenSides, forkedFrom, originFault, sidesOf, withKept, withTitles } from './compared-sides.ts';

const design = (version: number, title = EXAMPLE_DESIGN.title) => ({ ...EXAMPLE_DESIGN, version, title });
const saved = (version: number) => ({
  version,
  savedAt: '2026-03-01T08:00:00Z',
  design: design(version),
});
const bowline = (...versions: readonly number[]) => ({
  slug: 'bowline',
  version: 2,
  title: 'The bowline',
  versions: versions.map(saved),
});
const keys = (sides: ReturnType<typeof sidesOf>) => sides.map(({ key }) => key);

describe('what a fork can be compared with', () => {
  it('is its own versions, and of what it was made from that one version and the newest', () => {
    expect(keys(sidesOf([saved(2), saved(1)], bowline(4, 3, 2, 1)))).toEqual([
      '2',
      '1',
      'bowline@4',
      'bowline@2',
    ]);
    expect(keys(sidesOf([saved(1)], bowline(2, 1)))).toEqual(['1', 'bowline@2']);
    expect(keys(sidesOf([saved(1)], null))).toEqual(['1']);
  });

  it('is at first what it was made from, and later the version before', () => {
    const first = chosenSides(sidesOf([saved(1)], bowline(4, 2)), null, null);
    expect([first?.from.key, first?.to.key]).toEqual(['bowline@2', '1']);
    const later = chosenSides(sidesOf([saved(2), saved(1)], bowline(2)), null, null);
    expect([later?.from.key, later?.to.key]).toEqual(['1', '2']);
    const asked = chosenSides(sidesOf([saved(2), saved(1)], bowline(4, 2)), 'bowline@4', '1');
    expect([asked?.from.key, asked?.to.key]).toEqual(['bowline@4', '1']);
  });

  it('is the newest of it alone where only that one lies on the device, which is said', () => {
    const origin = bowline(4);
    const sides = sidesOf([saved(1)], origin);
    expect(chosenSides(sides, null, null)?.from.key).toBe('bowline@4');
    expect(originFault(origin, true)).toBe(
      'Version 2 of “The bowline”, which it was made from, is not kept on this device. It can be compared when home is reached.',
    );
    expect(originFault({ ...origin, title: null, versions: [] }, false)).toContain('is not in this library');
    expect(originFault(bowline(4, 2), true)).toBeNull();
    expect(originFault(null, true)).toBeNull();
  });

  it('is a version that only this device has, in its place', () => {
    const versions = withKept([saved(1)], design(2));
    expect(versions.map(({ version, savedAt }) => [version, savedAt !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(withKept([saved(2)], design(2, 'other'))).toEqual([saved(2)]);
    expect(withKept(undefined, undefined)).toEqual([]);
  });
});

it('lineage names the nearest ancestor last, and anything else that stands there is none', () => {
  expect(forkedFrom(['rope@1', 'bowline@12'])).toEqual({ slug: 'bowline', version: 12 });
  expect(forkedFrom(['line 1'])).toBeNull();
  expect(forkedFrom([])).toBeNull();
});

it('what has a title is named by it', () => {
  const named = withTitles(
    {
      ...EXAMPLE_DESIGN,
      lineage: ['bowline@2', 'unknown@1'],
      links: [{ to: 'bowline', kind: 'needs' }],
    },
    (slug) => (slug === 'bowline' ? 'The bowline' : undefined),
  );
  expect(named.lineage).toEqual(['“The bowline”, version 2', 'unknown@1']);
  expect(named.links[0]?.to).toBe('The bowline');
});
