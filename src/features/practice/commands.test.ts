import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { commandFolder, commandPlace } from '../../../tests/support/command-place.ts';
import { emptyDatabase } from '../../../tests/support/database-content.ts';
import { addressOf, runBottega } from '../../../tests/support/run-bottega.ts';

const folder = await commandFolder();
const here = await commandPlace(folder, 'here');

/** A place of its own, and a look into its database. */
async function openPlace(name: string) {
  const connection = await emptyDatabase();
  const env = { BOTTEGA_DATA: join(folder, name), DATABASE_URL: addressOf(connection) };
  const run = (...args: string[]) => runBottega(args, { env, cwd: folder });
  const client = new pg.Client(connection);
  await client.connect();
  onTestFinished(() => client.end());
  return { run, client };
}

describe('bottega log', () => {
  it('asks before it takes up a micromastery, and then logs under a part of its name, misspelt too', async () => {
    const unasked = await here('log', 'juggling', '31');
    expect(unasked).toMatchObject({ exitCode: 2, out: '' });
    expect(unasked.err).toMatch(/not on your bench.*“Thirty catches”[\s\S]*--start/);
    expect(await here('log', 'juggling', '31', '--start')).toMatchObject({
      exitCode: 0,
      out: 'Took up “Thirty catches”. Logged 31 catches for “Thirty catches”.\n',
    });
    const full = await here(
      'log',
      'JUGLING',
      '12',
      '--note',
      'even',
      '--tag',
      'sofa',
      '--feel',
      '7',
      '--condition',
      'balls=heavy',
      '--json',
    );
    expect(JSON.parse(full.out)).toMatchObject({
      sequence: 2,
      value: 12,
      conditions: { balls: 'heavy' },
      source: 'command-line',
    });
  });

  it('says one of a thing as one', async () => {
    const answer = await here('log', 'thirty catches', '1', '--start');
    expect(answer).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('Logged 1 catch for “Thirty catches”.'),
    });
  });

  it.each([
    ['a value that the measure cannot take', ['log', 'thirty catches', '7.5'], /not a whole number/],
    ['a name of nothing', ['log', 'zzzzqqq', '7'], /Nothing is called “zzzzqqq”/],
    [
      'a name that could be several',
      ['log', 'one', '7'],
      /could be any of \d+ micromasteries[\s\S]*one-chart/,
    ],
    ['a time that is none', ['log', 'juggling', '7', '--at', '25:00'], /--at is “25:00”/],
    ['no name at all', ['log', ' ', '7'], /Say what was practised/],
    ['a time before there were takes', ['log', 'juggling', '7', '--at', '1700-01-01'], /kept from 1900 on/],
    ['a time to come', ['log', 'juggling', '7', '--at', '2999-01-01'], /lies in the future/],
    ['a feel beyond ten', ['log', 'juggling', '7', '--feel', '11'], /0 to 10/],
    ['a tag without a letter', ['log', 'juggling', '7', '--tag', ''], /--tag takes.*Nothing was logged/],
    [
      'a note that is too long',
      ['log', 'juggling', '7', '--note', 'a'.repeat(2001)],
      /--note takes up to 2,000.*Nothing was logged/,
    ],
    [
      'a day that is none',
      ['log', 'juggling', '7', '--at', '2026-02-30 10:00'],
      /the calendar has no such day/,
    ],
    [
      'a time that was skipped',
      ['log', 'juggling', '7', '--at', '2026-03-29 02:30'],
      /clocks here skipped on that day/,
    ],
    ['an offset of no place', ['log', 'juggling', '7', '--at', '2026-03-01 10:00+16:00'], /far from UTC/],
    ['half a condition', ['log', 'juggling', '7', '--condition', 'heavy'], /--condition takes/],
    ['no value', ['log', 'juggling'], /missing required argument/],
  ])('refuses %s with exit code 2', async (_, args, sentence) => {
    const answer = await here(...args);
    expect(answer).toMatchObject({ exitCode: 2, out: '' });
    expect(answer.err).toMatch(sentence);
  });

  it('keeps nothing of what it refuses', async () => {
    const bowline = (...more: string[]) => here('log', 'bowline', '60', ...more);
    expect(await bowline('--start')).toMatchObject({ exitCode: 0 });
    expect(await bowline('--tag', '')).toMatchObject({ exitCode: 2 });
    expect(await bowline('--note', 'a'.repeat(2001))).toMatchObject({ exitCode: 2 });
    // The place in the session says how many were kept before.
    expect(JSON.parse((await bowline('--json')).out)).toMatchObject({ sequence: 2 });
  });

  // The shell of these tests is in Rome.
  it.each([
    ['2026-03-01', '2026-02-28T23:00:00.000Z', '2026-03-01'],
    ['2026-03-01 17:30', '2026-03-01T16:30:00.000Z', '2026-03-01'],
    ['2026-07-01T00:10:05', '2026-06-30T22:10:05.000Z', '2026-07-01'],
    ['2026-03-01 08:00+09:00', '2026-02-28T23:00:00.000Z', '2026-03-01'],
    ['2026-03-01T23:30-08:00', '2026-03-02T07:30:00.000Z', '2026-03-01'],
    ['2026-03-01T23:30Z', '2026-03-01T23:30:00.000Z', '2026-03-02'],
  ])('reads --at “%s” as %s on %s', async (at, startedAt, localDay) => {
    await here('log', 'thirty catches', '1', '--start');
    const { out } = await here('log', 'thirty catches', '1', '--json', '--at', at);
    expect(JSON.parse(out)).toMatchObject({ startedAt, localDay });
  });

  it('takes a micromastery up once, however many calls begin it together', async () => {
    const { run, client } = await openPlace('together');
    expect((await run('log', 'sourdough', '5')).exitCode).toBe(2);
    // Nobody can take anything up until all have seen that nobody did.
    await client.query('begin');
    await client.query('lock table bottega.practice in share row exclusive mode');
    const started = [1, 2].map(() => run('log', 'sourdough', '5', '--start'));
    const waiting = `select count(*)::int as calls from pg_locks
      where relation = 'bottega.practice'::regclass and not granted`;
    await vi.waitFor(async () => expect((await client.query(waiting)).rows).toEqual([{ calls: 2 }]), {
      timeout: 30_000,
    });
    await client.query('commit');
    expect((await Promise.all(started)).map(({ exitCode, err }) => [exitCode, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect((await run('log', 'sourdough', '5')).err).toBe('');
    const kept = `select (select count(*)::int from bottega.practice) as practices,
      (select count(*)::int from bottega.payoff) as payoffs, (select count(*)::int from bottega.attempt) as attempts`;
    expect((await client.query(kept)).rows).toEqual([{ practices: 1, payoffs: 1, attempts: 3 }]);
  }, 60_000);

  it('says that the attempt is kept where only what was said of it could not be', async () => {
    const { run, client } = await openPlace('no-remarks');
    expect((await run('log', 'thirty catches', '1', '--start')).exitCode).toBe(0);
    await client.query('revoke insert on bottega.remark from bottega_app');
    const answer = await run('log', 'thirty catches', '31', '--note', 'even');
    expect(answer.exitCode).toBe(1);
    expect(answer.out.toString()).toBe('Logged 31 catches for “Thirty catches”.\n');
    expect(answer.err).toMatch(/^The attempt is kept, so do not log it again\./);
    const { rows } = await client.query('select value from bottega.attempt order by value');
    expect(rows).toEqual([{ value: 1 }, { value: 31 }]);
  });
});
