import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { drawPicture } from '../../engine/picture/draw-picture.ts';
import { describePractice, practiceKey } from '../charts/practice-words.ts';
import { numbersOf } from './numbers-words.ts';
import { centreWords, nowWords, verdictOf } from './picture-words.ts';
import { toldOf } from './told-words.ts';

const catches: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 20, high: null } };
const held: Measure = { kind: 'pass', unit: '', direction: 'up', target: { low: 1, high: null } };
const drawn = (measure: Measure, values: readonly number[], firstNumber = 1) =>
  drawPicture(
    measure,
    values.map((value, index) => {
      const at = Date.UTC(2026, 2, 1, 8, index);
      return { value, at, sessionId: 's', dayKey: '2026-03-01', number: firstNumber + index };
    }),
  );

describe('the number of a take', () => {
  it('is its place among all that stand, in the sentences and in the words of the chart', () => {
    const picture = drawn(catches, [12, 21], 14_163);
    const { first } = toldOf(catches, picture, null);
    expect(first.join(' ')).toContain('take 14,164 on');
    expect(first.join(' ')).toContain('on take 14,164.');
    expect(describePractice(picture, catches)).toContain('take 14,164 on');
  });
});

describe('how sure it is', () => {
  it('says of few passes that they are too few, and of more whole per cents, with no full stop of its own', () => {
    expect(nowWords(held, drawn(held, [1, 0]))).toEqual({
      about: '1 of the last 2 held',
      sure: 'too few to say how sure',
    });
    expect(nowWords(held, drawn(held, [1, 0, 1, 0]))).toEqual({
      about: '2 of the last 4 held',
      sure: 'four in five between 14% and 86%',
    });
    expect(nowWords(held, drawn(held, [1, 0, 1, 0]), 'once')?.sure).toBe('between 14% and 86%');
    expect(describePractice(drawn(held, [1, 0]), held)).toContain('too few to say how sure.');
  });

  it('says under the drawing how many takes the line really looks back over', () => {
    const values = [7, 9, 8, 12, 10, 11, 9, 13];
    expect(practiceKey(drawn(catches, values))).toContain('the median of up to the last 8');
    expect(practiceKey(drawn(catches, [...values, 10]))).toContain('the median of the last 9');
  });
});

describe('numbersOf', () => {
  it('makes no median of a single take', () => {
    expect(numbersOf({ attempts: 1 }, catches, drawn(catches, [7]))).toBe('7 catches, your only take');
    expect(numbersOf({ attempts: 2 }, catches, drawn(catches, [7]))).toBe(
      '7 catches, your only take with a score',
    );
    expect(numbersOf({ attempts: 1 }, held, drawn(held, [0]))).toBe('not yet, your only take');
    expect(numbersOf({ attempts: 2 }, catches, drawn(catches, [7, 9]))).toBe(
      'best 9 catches, median 8 of the last 2, from 7 to 9',
    );
  });

  it('says with a median how sure it is or, of too few for that, where those takes lie', () => {
    const many = [36, 42, 40, 41, 38, 40, 39, 41, 40];
    expect(numbersOf({ attempts: 9 }, catches, drawn(catches, many))).toBe(
      'best 42 catches, median 40 of the last 9, four in five between 39 and 41',
    );
    expect(numbersOf({ attempts: 4 }, held, drawn(held, [1, 0, 1, 0]))).toBe(
      '2 of the last 4 held, four in five between 14% and 86%',
    );
    expect(numbersOf({ attempts: 3 }, catches, drawn(catches, [7, 7, 7]))).toBe(
      'best 7 catches, median 7 of the last 3, all the same',
    );
  });

  it('gives a range only of the takes that the median is of', () => {
    const open: Measure = { ...catches, direction: 'within', target: { low: null, high: null } };
    expect(numbersOf({ attempts: 2 }, open, drawn(open, [7, 9]))).toBe('median 8 of the last 2, from 7 to 9');
  });
});

describe('the headline', () => {
  it('does not call takes none that are only counted otherwise', () => {
    expect(verdictOf({ attempts: 500 }, catches, drawn(catches, [])).headline).toBe(
      'No takes counted this way yet',
    );
    expect(verdictOf({ attempts: 0 }, catches, drawn(catches, [])).headline).toBe('No takes yet');
  });

  it('stands on the start, and then on what has come since', () => {
    expect(verdictOf({ attempts: 2 }, catches, drawn(catches, [7, 9])).sentence).toBe(
      'One more take and there is a starting point.',
    );
  });
});

describe('centreWords', () => {
  it('has a span with every number, and says all of it in full', () => {
    const many = drawn(catches, [36, 42, 40, 41, 38, 40, 39, 41, 40]);
    expect(centreWords(catches, many)).toEqual({
      main: '40',
      spans: ['39 to 41', '39–41'],
      sub: 'of 20',
      words:
        'Now about 40 catches, four in five between 39 and 41 catches, from the last 9. Target 20 catches or more.',
    });
    const two = drawn({ ...catches, target: { low: null, high: null } }, [7, 9]);
    expect(centreWords({ ...catches, target: { low: null, high: null } }, two)).toMatchObject({
      main: '8',
      spans: ['7 to 9', '7–9'],
      sub: null,
    });
    expect(centreWords(catches, drawn(catches, [7]))).toMatchObject({ spans: ['one take'] });
    expect(centreWords(catches, drawn(catches, []))).toBeNull();
  });
});
