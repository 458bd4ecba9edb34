import { describe, expect, it } from 'vitest';
import { guessColumns } from './guess-mapping.ts';
import { guessMeasure } from './guess-measure.ts';

/** Columns by their names, each with its cells between blanks. */
const columnsOf = (cells: Readonly<Record<string, string>>) =>
  Object.entries(cells).map(([name, samples]) => ({ name, samples: samples.split(' ') }));
const guess = (cells: Readonly<Record<string, string>>, chosen = {}) =>
  guessColumns(columnsOf(cells), chosen);

const DATES = '2026-03-01 2026-03-02 2026-03-03 2026-03-05';
const MORE_DATES = `${DATES} 2026-03-06 2026-03-07`;

describe('the start', () => {
  it.each([
    ['time', '18:05 07:30 20:15 9:00'],
    ['hour', '6:05pm 7:30am 8:15pm 9:00am'],
    ['at', '0:05 1:30 2:15 3:00'],
    ['start', '18:05:00 07:30:12 20:15:59 09:00:00'],
    ['Start time', '18:05 07:30 20:15 9:00'],
    ['startedAt', '18:05 07:30 20:15 9:00'],
    ['time_utc', '18:05Z 07:30Z 20:15Z 09:00Z'],
    ['Column 2', '18:05 07:30 20:15 9:00'],
  ])('has its time of day in “%s” beside the dates', (name, cells) => {
    expect(guess({ date: DATES, [name]: cells, score: '12 14 13 15' })).toMatchObject({
      timeColumn: 'date',
      timeOfDayColumn: name,
      timesAreUtc: name === 'time_utc',
      valueColumn: 'score',
      conditionColumns: [],
    });
  });

  it.each([
    ['durations by their name', { date: DATES, 'time taken': '18:05 17:30 16:15 15:00', errors: '2 3 0 1' }],
    ['durations by their size', { date: DATES, time: '1:05 0:58 1:01 0:55', errors: '2 3 0 1' }],
    ['durations with fractions', { date: DATES, time: '12:05.3 11:58.1 12:01.7 12:00.2', errors: '2 3 0 1' }],
    [
      'the only value there is',
      { date: DATES, time: '18:05 17:30 16:15 15:00', place: 'park park hall hall' },
    ],
  ])('has none where the clock times are %s', (_, cells) => {
    const found = guess(cells);
    expect(found).toMatchObject({ timeColumn: 'date', timeOfDayColumn: null });
    expect(found.valueColumn).toMatch(/^time/);
  });

  it('has none beside dates that say it themselves', () => {
    const cells = {
      date: DATES.replaceAll(' ', 'T10:00 '),
      time: '18:05 07:30 20:15 9:00',
      score: '1 3 2 4',
    };
    expect(guess(cells)).toMatchObject({ timeColumn: 'date', timeOfDayColumn: null, valueColumn: 'score' });
  });

  it('is found by its name where some of its cells are bad', () => {
    const cells = {
      date: '2026-03-01 never 2026-03-03 2026-03-05',
      time: '18:05 soon 20:15 9:00',
      score: '1 3 2 4',
    };
    expect(guess(cells)).toMatchObject({ timeColumn: 'date', timeOfDayColumn: 'time', valueColumn: 'score' });
  });

  it('has none in clock times by any other name', () => {
    const cells = { date: DATES, solved: '18:05 17:30 16:15 15:00', score: '1 3 2 4' };
    expect(guess(cells)).toMatchObject({ timeOfDayColumn: null, valueColumn: 'score' });
  });

  it('is not its end, and the end is no value', () => {
    const cells = {
      date: DATES,
      end: '19:05 08:30 21:15 9:40',
      start: '18:05 07:30 20:15 9:00',
      n: '3 5 4 5',
    };
    expect(guess(cells)).toMatchObject({ timeOfDayColumn: 'start', valueColumn: 'n' });
  });

  it('is not found in a time of day alone, which is said', () => {
    const cells = { time: '18:05 07:30 20:15 9:00', score: '12 14 13 15' };
    expect(guess(cells)).toMatchObject({
      timeColumn: null,
      timeOfDayColumn: null,
      valueColumn: 'score',
      lonelyTimeOfDay: 'time',
    });
  });

  it('keeps to what was chosen', () => {
    const cells = { date: DATES, time: '18:05 07:30 20:15 9:00', score: '12 14 13 15' };
    expect(guess(cells, { timeOfDayColumn: null })).toMatchObject({
      timeOfDayColumn: null,
      valueColumn: 'score',
    });
    expect(guess(cells, { valueColumn: 'time' })).toMatchObject({
      timeOfDayColumn: null,
      valueColumn: 'time',
    });
    expect(guess(cells, { conditionColumns: ['score'] }).valueColumn).not.toBe('score');
  });
});

describe('the value', () => {
  it.each([
    ['a name that says so', { id: '7 9 12 40', date: DATES, reps: '12 14 13 15' }, 'reps'],
    ['a name within a name', { date: DATES, place: 'a b a b', final_score: '12 14 13 15' }, 'final_score'],
    ['a name in humps', { date: DATES, level: '3 1 2 9', avgWPM: '40 41 43 42' }, 'avgWPM'],
    ['a name, also where it only rises', { date: DATES, level: '3 1 2 9', count: '1 2 3 4' }, 'count'],
    ['a name, also where some cells are bad', { date: DATES, x: '3 1 2 9', score: '1 2 ? oops' }, 'score'],
    ['what varies, before running numbers', { date: DATES, trial: '1 2 3 4', metres: '4 6 5 4.5' }, 'metres'],
    [
      'what varies, before numbers with gaps that only rise',
      { date: DATES, game: '101 105 106 190', x: '4 6 5 9' },
      'x',
    ],
    [
      'what varies, before an id',
      { date: DATES, 'Text ID': '241 190 549 330', speed: '46 37 47 43' },
      'speed',
    ],
    ['what varies, before years', { date: DATES, season: '2025 2025 2026 2026', x: '4 6 5 9' }, 'x'],
    [
      'what varies, before a few numbers that come again',
      { date: MORE_DATES, balls: '3 3 4 4 3 3', x: '4 6 5 9 7 8' },
      'x',
    ],
    ['what varies, before what is always the same', { date: DATES, balls: '3 3 3 3', x: '4 6 5 9' }, 'x'],
    ['clock times that last', { date: DATES, place: 'a b a b', result: '1:05 0:58 1:01 0:55' }, 'result'],
    ['years, with nothing better', { date: DATES, year: '2025 2025 2026 2026' }, 'year'],
    ['what only rises, with nothing better', { date: DATES, x: '12 13 15 16', place: 'a b a b' }, 'x'],
  ])('is found by %s', (_, cells, value) => {
    expect(guess(cells)).toMatchObject({ timeColumn: 'date', valueColumn: value });
  });

  it('is asked for where there are only words and ids', () => {
    expect(guess({ date: DATES, 'Text ID': '241 190 549 330', place: 'a b a b' }).valueColumn).toBe(null);
    expect(
      guess({ date: DATES, start: '0:05 1:30 2:15 3:00', place: 'a b a b', mood: 'c d d e' }),
    ).toMatchObject({
      timeOfDayColumn: 'start',
      valueColumn: null,
    });
  });

  it.each([
    ['rating', '7 8 6.5 9', { kind: 'rating', unit: 'out of ten' }],
    ['rating', '1523 1530 1518 1541', { kind: 'score', unit: 'points' }],
    ['Seconds', '12.5 14 19.5 20', { kind: 'duration', unit: 'seconds' }],
    ['push-ups', '12 14 19 20', { kind: 'count', unit: 'push-ups' }],
  ])('of “%s” %s is measured as %o', (name, samples, measure) => {
    expect(guessMeasure({ name, samples: samples.split(' ') })).toMatchObject(measure);
  });
});

describe('conditions', () => {
  const base = { date: MORE_DATES, score: '12 14 13 15 17 16' };
  it.each([
    ['a few words that come again', 'Surface', 'floor floor cushion cushion floor floor'],
    ['a few numbers that come again', 'balls', '3 3 4 4 3 3'],
    ['a word in some rows only', 'music', 'yes  yes   '],
  ])('are ticked: %s', (_, name, cells) => {
    expect(guess({ ...base, [name]: cells }).conditionColumns).toEqual([name]);
  });

  it.each([
    ['ids that come again', 'Text ID', '241 241 190 190 241 190'],
    ['ids by another name', 'userId', 'a a b b a b'],
    ['nearly every row different', 'text', 'otter pike heron mole stoat otter'],
    ['running numbers', 'Race #', '1 2 3 4 5 6'],
    ['always the same', 'app', 'web web web web web web'],
    ['what came of it', 'accuracy', '0.9 0.9 0.8 0.8 0.9 0.8'],
    ['the rank, which came of it too', 'Rank', '1 1 2 2 1 2'],
    ['years', 'year', '2025 2025 2025 2026 2026 2026'],
    ['moments', 'synced', `${DATES.replace('-02', '-01')} 2026-03-05 2026-03-05`],
    ['clock times', 'end', '19:05 19:05 20:00 20:00 19:05 20:00'],
    ['addresses', 'page', 'https://a https://a https://b https://b https://a https://b'],
    ['a word in one row', 'remark', 'fell     '],
  ])('are offered, and not ticked: %s', (_, name, cells) => {
    expect(guess({ ...base, [name]: cells }).conditionColumns).toEqual([]);
  });

  it('come again: two rows that differ show nothing yet', () => {
    const cells = { date: '2026-03-01 2026-03-02', score: '12 14', hand: 'left right' };
    expect(guess(cells).conditionColumns).toEqual([]);
  });

  it('have short words', () => {
    const samples = ['with the eyes quite closed', 'open', 'open', 'with the eyes quite closed'];
    const columns = [...columnsOf({ date: DATES, score: '1 3 2 4' }), { name: 'eyes', samples }];
    expect(guessColumns(columns).conditionColumns).toEqual([]);
  });

  it('are at most a dozen levels', () => {
    const samples = Array.from({ length: 200 }, (_, at) => `w${at % 13}`);
    const twelve = Array.from({ length: 200 }, (_, at) => `w${at % 12}`);
    const score = Array.from({ length: 200 }, (_, at) => String((at * 7) % 31));
    const named = (one: string[]) => [
      { name: 'score', samples: score },
      { name: 'text', samples: one },
    ];
    expect(guessColumns(named(samples)).conditionColumns).toEqual([]);
    expect(guessColumns(named(twelve)).conditionColumns).toEqual(['text']);
  });
});
