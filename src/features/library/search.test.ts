import { describe, expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { SearchResult } from './contract.ts';

const { person } = await freshApp({ library: true });
const nadia = await person();
const search = (need: string) =>
  nadia.read(SearchResult, `/api/micromasteries?need=${encodeURIComponent(need)}`);
const firstOf = async (need: string) => (await search(need)).found[0]?.slug;

describe('finding a micromastery for a need', () => {
  it.each([
    ['juggling three balls', 'juggling-cascade'],
    ['I have to tell a colleague that his work is not good enough', 'tough-feedback'],
    ['negotiate my salary', 'opening-offer'],
    ['I forget names', 'ten-names'],
    ['my omelette always turns brown', 'rolled-omelette'],
    ['tie a knot that holds', 'bowline'],
    ['delegating: work keeps coming back to me', 'hand-over-once'],
    ['meeting takes too long every morning', 'short-stand-up'],
  ])('%s → %s', async (need, slug) => {
    expect(await firstOf(need)).toBe(slug);
  });

  it.each([
    ['jugling', 'juggling-cascade'],
    ['omlette', 'rolled-omelette'],
    ['negociation', 'opening-offer'],
    ['sourdogh', 'sourdough-spring'],
  ])('understands %s', async (misspelt, slug) => {
    const { found } = await search(misspelt);
    expect(found[0]?.slug).toBe(slug);
    expect(found[0]?.matches[0]).toMatchObject({ typed: misspelt, isNear: true });
  });

  it('finds while the last word is being typed', async () => {
    expect(await firstOf('jugg')).toBe('juggling-cascade');
    expect(await firstOf('sourd')).toBe('sourdough-spring');
  });

  it('says which words it was found by, and how many there are to choose from', async () => {
    const { total, found } = await search('guitar chords');
    expect(total).toBe(24);
    expect(found[0]?.slug).toBe('chord-changes');
    expect(found[0]?.matches.map((match) => match.typed).sort()).toEqual(['chords', 'guitar']);
    expect(found[0]?.entryTrick?.text.length).toBeGreaterThan(20);
  });

  it.each([
    '',
    '   ',
    'the and of',
    '!!! &&& ||| :*',
    "'; drop table micromastery; --",
    '\u0000',
    '🤹',
    '(((((',
    'zzzzqqqqxxxx',
  ])('answers nonsense with nothing, and no fault: %j', async (need) => {
    const answer = await nadia.request(`/api/micromasteries?need=${encodeURIComponent(need)}`);
    expect([200, 422]).toContain(answer.status);
  });
});
