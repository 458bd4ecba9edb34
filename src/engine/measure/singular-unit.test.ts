import { describe, expect, it } from 'vitest';
import { singularUnit } from './singular-unit.ts';

describe('singularUnit', () => {
  it.each([
    ['catches', 'catch'],
    ['clean changes a minute', 'clean change a minute'],
    ['points of ten', 'point of ten'],
    ['pieces of advice in ten minutes', 'piece of advice in ten minutes'],
    ['push-ups', 'push-up'],
    ['passes', 'pass'],
    ['names/minute', 'name/minute'],
    ['people', 'person'],
    ['Steps', 'Step'],
    ['kg', 'kg'],
    ['Würfe', 'Würfe'],
  ])('%s: one %s', (unit, one) => {
    expect(singularUnit(unit)).toBe(one);
  });

  it.each([
    'loops agreed',
    'readers of three who say it right',
    'times it came back',
    'calories',
    'halves',
    'buses',
    'glass',
    'caches',
    'lbs',
    'flexões',
  ])('%s: not sure', (unit) => {
    expect(singularUnit(unit)).toBeNull();
  });
});
