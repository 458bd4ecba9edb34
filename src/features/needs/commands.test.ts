import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandFolder } from '../../../tests/support/command-place.ts';
import { emptyDatabase } from '../../../tests/support/database-content.ts';
import { addressOf, runBottega } from '../../../tests/support/run-bottega.ts';
import { places } from '../../platform/places.ts';

const folder = await commandFolder();
const env = { BOTTEGA_DATA: join(folder, 'here'), DATABASE_URL: addressOf(await emptyDatabase()) };

async function need(...args: string[]) {
  const { exitCode, out, err } = await runBottega(['need', ...args], { env, cwd: folder });
  return { exitCode, out: out.toString(), err };
}
const kept = async (...args: string[]) => JSON.parse((await need(...args, '--json')).out);

/** `bottega need -`, with something on its standard input. */
function piped(text: string | Buffer): Promise<{ exitCode: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(places.root, 'src/cli.ts'), 'need', '-'], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, out, err }));
    // It may have heard enough, and ended, before all of it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}

describe('bottega need', () => {
  it('keeps a need in one call, with or without quotes', async () => {
    const quoted = await need('my knots slip');
    expect(quoted).toEqual({ exitCode: 0, out: 'Kept “my knots slip”.\n', err: '' });
    expect(await need('my', 'knots', 'slip')).toEqual(quoted);
  });

  it('guesses what it was not told, from how far off it is', async () => {
    const told = ({ kind, horizon, wantedWithin, context }: Record<string, unknown>) => [
      kind,
      horizon,
      wantedWithin,
      context,
    ];
    expect(told(await kept('my knots slip'))).toEqual(['gap', 'now', 'this-week', null]);
    expect(told(await kept('lead the stand-up', '--next'))).toEqual(['next', 'next-rung', 'this-year', null]);
    expect(told(await kept('sail alone', '--horizon', 'possible-future'))).toEqual([
      'next',
      'possible-future',
      'this-year',
      null,
    ]);
    const all = ['--gap', '--horizon', 'next-rung', '--within', 'ten-minutes', '--context', ' on board '];
    expect(told(await kept('tie up', ...all))).toEqual(['gap', 'next-rung', 'ten-minutes', 'on board']);
  });

  it('reads standard input where it is asked to', async () => {
    expect(await piped('  my knots slip,\nand I am cold \n')).toEqual({
      exitCode: 0,
      out: 'Kept “my knots slip, and I am cold”.\n',
      err: '',
    });
    expect(await piped('')).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringMatching(/^Say what you need/),
    });
    expect(await piped('a'.repeat(501))).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('this has 501'),
    });
    expect(await piped('my knots\0slip')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('a character that cannot be kept'),
    });
    expect(await piped(Buffer.alloc(1_000_000, 'a'))).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringContaining('far longer. Nothing was kept.'),
    });
  });

  it('takes a text that begins with a dash', async () => {
    expect(await need('--', '-3 dB by ear')).toMatchObject({ exitCode: 0, out: 'Kept “-3 dB by ear”.\n' });
  });

  it.each([
    ['no text', [], /missing required argument/],
    ['a text of spaces', [' '], /^Say what you need/],
    [
      'a text that is too long',
      ['a'.repeat(501)],
      /up to 500 characters, and this has 501\. Nothing was kept/,
    ],
    [
      'a place that is too long',
      ['x', '--context', 'a'.repeat(1200)],
      /--context takes.*1,200\. Nothing was kept/,
    ],
    [
      'a horizon that is none',
      ['x', '--horizon', 'someday'],
      /now, next-rung or possible-future, not “someday”/,
    ],
    ['a time that is none', ['x', '--within', '5m'], /ten-minutes, this-week or this-year, not “5m”/],
    ['both kinds at once', ['x', '--gap', '--next'], /not both/],
    ['an option of its own', ['x', '--urgent'], /unknown option/],
  ])('refuses %s with exit code 2', async (_, args, sentence) => {
    const answer = await need(...args);
    expect(answer).toMatchObject({ exitCode: 2, out: '' });
    expect(answer.err).toMatch(sentence);
  });
});
