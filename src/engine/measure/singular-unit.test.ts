import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singularUnit } from './singular-unit.ts';

/** Plurals as a dictionary has them. */
const COMMON: readonly (readonly [many: string, one: string])[] = `
  catches catch, words word, minutes minute, seconds second, hours hour, points point, steps step, laps lap, reps rep,
  tries try, entries entry, replies reply, stories story, keys key, days day, matches match, pushes push, misses miss,
  passes pass, boxes box, kisses kiss, quizzes quiz, halves half, knives knife, leaves leaf, loaves loaf, moves move,
  serves serve, curves curve, people person, women woman, feet foot, teeth tooth, dice die, mice mouse, axes axe, heroes hero,
  potatoes potato, shoes shoe, toes toe, dishes dish, brushes brush, caches cache, aches ache, buses bus, uses use,
  houses house, phrases phrase, bases base, crises crisis, analyses analysis, lenses lens, gases gas, glasses glass, classes class,
  calories calorie, movies movie, ties tie, lies lie, cookies cookie, series series, species species, listeners listener,
  promises promise, pieces piece, beats beat, edges edge, answers answer, predictions prediction, notes note, chords chord,
  push-ups push-up, squats squat, throws throw, shots shot, pages page, pixels pixel, metres metre, kilos kilo, scissors scissors
`
  .trim()
  .split(/,\s+/)
  .map((pair) => {
    const [many = '', one = ''] = pair.split(' ');
    return [many, one];
  });

/** One of each ends in s by itself, or has no singular at all. */
const ONE_ALREADY = `
  lens gas news bus glass chess canvas atlas bias alias pancreas physics mathematics gymnastics trousers scissors pliers tongs
  pants jeans series species thermos chaos cosmos ethos iris tennis bonus focus status plus minus virus axis oasis thesis thanks
  odds savings headquarters biceps triceps mess less dress us yes always perhaps Texas Kurs Puls Glas Haus Kreis Vers Gras
  fois pas temps cas bras fils errores canciones veces luces lápis ônibus
`
  .trim()
  .split(/\s+/);

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
    ['tries', 'try'],
    ['knives', 'knife'],
    ['reps', 'rep'],
    ['boxes', 'box'],
    ['plays', 'play'],
    ['calls each week', 'call each week'],
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
    'lens',
    'gas',
    'news',
    'atlas',
    'canvas',
    'thanks',
    'trousers',
    'physics',
    'errores',
    'Kurs',
    'pas',
  ])('%s: not sure', (unit) => {
    expect(singularUnit(unit)).toBeNull();
  });

  it('of any common unit is the right word or none, whatever stands around it', () => {
    const befores = fc.constantFrom('', 'clean ', 'correct ', 'left-hand ');
    const afters = fc.constantFrom('', ' a minute', ' of ten', '/min', ' (both hands)', ' per hour');
    fc.assert(
      fc.property(fc.constantFrom(...COMMON), befores, afters, ([many, one], before, after) => {
        expect([null, `${before}${one}${after}`]).toContain(singularUnit(`${before}${many}${after}`));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never takes the end off a word that is one already', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ONE_ALREADY),
        fc.constantFrom('', ' a minute', ' of ten'),
        (word, after) => {
          expect(singularUnit(`${word}${after}`)).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });
});
