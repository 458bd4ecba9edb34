import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandFolder, commandPlace } from '../../../tests/support/command-place.ts';
import { typingRaces } from '../../../tests/support/csv-upload.ts';

const folder = await commandFolder();
const here = await commandPlace(folder, 'here');
await writeFile(join(folder, 'races.csv'), typingRaces(500));
await writeFile(
  join(folder, 'two-columns.csv'),
  'day,clock,catches,hands\n2025-01-01,18:05,12,left\n2025-07-01,6:05 pm,14,left\n',
);
/** Titles the window, wipes the screen, and ends in a line as of Bottega's own. */
const STEERING = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\nTook 5 attempts.';
const quoted = (text: string) => `"${text}${STEERING}"`;
await writeFile(
  join(folder, 'hostile.csv'),
  `at,${quoted('wpm')},${quoted('hands')}\n2025-01-01 10:00,60,${quoted('open')}\n`,
);
await writeFile(join(folder, 'hostile-columns.csv'), `${quoted('a')},${quoted('b')}\nx,y\n`);
await writeFile(
  join(folder, 'hostile-row.csv'),
  `at,wpm\n2025-01-01 10:00,60\n${quoted('soon')},61\n2025-01-01 10:01,${quoted('fast')}\n`,
);
await writeFile(join(folder, 'bad.csv'), 'at,wpm\n2025-01-01 10:00,60\n2025-01-01 10:01,fast\n');

describe('bottega import attempts', () => {
  it('shows what it would take, and takes nothing where nobody can be asked', async () => {
    const answer = await here('import', 'attempts', 'races.csv', '--new', 'Typing races');
    expect(answer).toMatchObject({ exitCode: 2, out: '' });
    expect(answer.err).toContain('value       WPM (rate, words a minute, higher is better)');
    expect(answer.err).toContain('add --yes');
  });

  it('takes a file once, and says so', async () => {
    const first = await here('import', 'attempts', 'races.csv', '--new', 'Typing races', '--yes');
    expect(first).toMatchObject({ exitCode: 0, out: 'Took 500 attempts.\n' });
    const again = await here(
      'import',
      'attempts',
      'races.csv',
      '--practice',
      'typing races',
      '--yes',
      '--json',
    );
    expect(JSON.parse(again.out)).toMatchObject({ state: 'done', attemptsAdded: 0, attemptsKnown: 500 });
    expect(again.err).toBe('');
  });

  it.each([
    ['without a practice', ['races.csv', '--yes'], 2, /--practice NAME and --new TITLE/],
    ['a file that is not there', ['nothing.csv', '--new', 'X'], 2, /no file nothing.csv/],
    ['half a measure', ['bad.csv', '--new', 'X', '--kind', 'rate'], 2, /takes all three/],
    [
      'bad rows',
      ['bad.csv', '--new', 'X', '--yes'],
      1,
      /1 of 2 rows cannot be taken[\s\S]*line 3: not a number/,
    ],
    [
      'a column that is not there',
      ['bad.csv', '--new', 'X', '--value', 'cpm', '--yes'],
      1,
      /no column “cpm”/,
    ],
  ])('refuses %s', async (_, args, exitCode, sentence) => {
    const answer = await here('import', 'attempts', ...args);
    expect(answer).toMatchObject({ exitCode, out: '' });
    expect(answer.err).toMatch(sentence);
  });

  it.each([
    [
      'names and cells',
      ['hostile.csv', '--new', 'X', '--condition', `hands${STEERING.replace('\n', ' ')}`],
      'conditions  hands',
    ],
    ['columns', ['hostile-columns.csv', '--new', 'X'], 'Columns: “a'],
    [
      'bad rows',
      ['hostile-row.csv', '--new', 'X', '--value', 'wpm', '--time', 'at', '--yes'],
      'line 3: the start is not a date and time',
    ],
  ])('shows %s of a hostile file without what a terminal would carry out', async (_, args, sentence) => {
    const { out, err } = await here('import', 'attempts', ...args);
    expect(err).toContain(sentence);
    expect(`${out}${err}`).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(`${out}${err}`).not.toMatch(/^Took 5/m);
  });

  it('takes the time of day from a column of its own, guessed or named, and a script is told', async () => {
    const guessed = await here('import', 'attempts', 'two-columns.csv', '--new', 'Two columns');
    expect(guessed.err).toContain('start       day, with clock; days as in Europe/Rome');
    expect(guessed.err).toContain('  1 Jan 2025, 18:05  12 catches\n  1 Jul 2025, 18:05  14 catches\n');
    const named = ['--time', 'day', '--time-of-day', 'clock', '--new', 'Two columns', '--yes'];
    const first = await here('import', 'attempts', 'two-columns.csv', ...named);
    expect(first).toMatchObject({ exitCode: 0, out: 'Took 2 attempts.\n' });
    const again = await here('import', 'attempts', 'two-columns.csv', ...named, '--json');
    expect(JSON.parse(again.out)).toMatchObject({
      attemptsAdded: 0,
      attemptsKnown: 2,
      mapping: { timeColumn: 'day', timeOfDayColumn: 'clock', valueColumn: 'catches' },
    });
    const alone = await here(
      'import',
      'attempts',
      'two-columns.csv',
      '--time',
      'clock',
      '--new',
      'Y',
      '--yes',
    );
    expect(alone).toMatchObject({ exitCode: 1, out: '' });
    expect(alone.err).toContain('line 2: a time of day without a date; choose the column with the date');
  });

  it('leaves bad rows out where it is told to', async () => {
    const answer = await here(
      'import',
      'attempts',
      'bad.csv',
      '--new',
      'Good rows',
      '--take-good-rows',
      '--yes',
    );
    expect(answer).toMatchObject({ exitCode: 0, out: 'Took 1 attempt; rows left out: 1.\n' });
  });
});
