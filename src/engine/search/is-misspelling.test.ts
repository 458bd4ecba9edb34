import { describe, expect, it } from 'vitest';
import { isMisspelling } from './is-misspelling.ts';

describe('isMisspelling', () => {
  it.each([
    ['jugling', 'juggling'],
    ['omlette', 'omelette'],
    ['negociation', 'negotiation'],
    ['unicycel', 'unicycle'],
    ['knfe', 'knife'],
    ['sourdogh', 'sourdough'],
  ])('reads %s as %s', (typed, word) => {
    expect(isMisspelling(typed, word)).toBe(true);
  });

  it.each([
    ['handwriting', 'writing'],
    ['impress', 'press'],
    ['chess', 'check'],
    ['morning', 'moving'],
    ['understands', 'undersell'],
  ])('does not read %s as %s', (typed, word) => {
    expect(isMisspelling(typed, word)).toBe(false);
  });
});
