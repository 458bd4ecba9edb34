import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HARMFUL, harmIn, SHOUTING } from './support/harmful-words.ts';
import { stringsOf } from './support/strings-of.ts';

/**
 * Nothing that anybody reads may harm them: every string of every screen, every sentence of the engine, of the server's
 * answers and of the command line, every micromastery of the library, and the page itself.
 */
const root = join(import.meta.dirname, '..');
const listed = (...paths: string[]) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...paths], { cwd: root })
    .toString()
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(root, path)));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const SOURCES = listed('src').filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
const TEXTS = [...listed('library').filter((path) => path.endsWith('.md')), 'index.html', 'README.md'];

/** Said in another sense, each with the reason. */
const EXCEPTIONS: readonly { readonly path: RegExp; readonly text: RegExp }[] = [
  // Lists of words that are looked for in what people type; nobody is shown them.
  {
    path: /measure\/singular-unit\.ts$|search\/need-words\.ts$|right-size-words\.ts$/,
    text: /^\s*\w+(\s\w+)+/,
  },
  // A way of loading a picture, as HTML names it.
  { path: /AnswerMedia\.tsx$/, text: /^lazy$/ },
  // Asks what an author’s two skills do to each other.
  { path: /design-review\/rub-pat\.ts$/, text: /what suffers when you hurry/ },
  // What a skill does without, in the words of its author.
  { path: /^library\//, text: /without hurry|hides the catch, and with it the hurry|no excuse behind them/ },
  // Says what Bottega does not do.
  { path: /^README\.md$/, text: /does not rank people, break streaks/ },
];

const isExcepted = (path: string, text: string) =>
  EXCEPTIONS.some((exception) => exception.path.test(path) && exception.text.test(text));

describe('no harm', () => {
  it('is in any string of any screen, sentence, answer or command', () => {
    expect(SOURCES.length).toBeGreaterThan(300);
    const all = SOURCES.flatMap((path) =>
      stringsOf(path, read(path)).map(({ text, line }) => ({ path, text, line })),
    );
    expect(all.length).toBeGreaterThan(5_000);
    const harms = all
      .filter(({ path, text }) => !isExcepted(path, text))
      .flatMap(({ path, text, line }) => harmIn(text).map(({ harm }) => `${path}:${line} ${harm}: ${text}`));
    expect(harms).toEqual([]);
  });

  it('is in any micromastery, on the page or in the README', () => {
    expect(TEXTS.length).toBeGreaterThan(24);
    const harms = TEXTS.flatMap((path) =>
      read(path)
        .split('\n')
        .filter((text) => !isExcepted(path, text))
        .flatMap((text) => harmIn(text).map(({ harm }) => `${path} ${harm}: ${text.trim()}`)),
    );
    expect(harms).toEqual([]);
  });

  it.each([
    'You are on a 12-day streak',
    'Level up your speaking',
    'You are behind your peers',
    'You missed out on Tuesday',
    'Don’t lose your progress',
    'Last chance to practise today',
    'You are talented',
    'Visual learners see it first',
    'It takes 10,000 hours',
    'Amazing work',
    'Well done!',
    'On to the next 🎉',
  ])('would be found in “%s”', (text) => {
    expect(harmIn(text)).not.toEqual([]);
  });

  it.each([
    'Keep one of the two.',
    'A gap stays blank, and nothing resets.',
    'Three of six are enough.',
    'Do not ask “is that clear?”',
  ])('is not in “%s”', (text) => {
    expect(harmIn(text)).toEqual([]);
  });

  it('is found in the strings of a source as a reader sees them', () => {
    const source = [
      "import { a } from './streak.ts';",
      ['export const words = (n: number) => `$', '{n} days in a row`;'].join(''),
      'export const Part = () => <p title="Hurry">Your rank\n  is low</p>;',
    ].join('\n');
    const texts = stringsOf('part.tsx', source).map(({ text }) => text);
    expect(texts.filter((text) => harmIn(text).length > 0)).toEqual([
      ' days in a row',
      'Hurry',
      'Your rank is low',
    ]);
    expect(HARMFUL.length).toBeGreaterThan(10);
    expect(SHOUTING.test('Stop!')).toBe(true);
  });
});
