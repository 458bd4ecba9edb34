import fc from 'fast-check';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/support/fresh-app.ts';
import { LocalDay, Moment, words } from './contract.ts';

const client = new pg.Client(await freshDatabase());
await client.connect();
afterAll(() => client.end());

const takes = (type: 'timestamptz' | 'date' | 'text', value: string) =>
  client.query(`select $1::${type}`, [value]).then(
    () => true,
    () => false,
  );

const digits = (most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most })
    .map((chosen) => chosen.join(''));
const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
const day = fc
  .tuple(fc.constantFrom('0000', '0001', '1899', '1900', '2026', '2199', '2200', '9999'), two(13), two(32))
  .map((parts) => parts.join('-'));
const clock = fc
  .tuple(two(25), two(60), two(60), fc.option(digits(60), { nil: null }))
  .map(
    ([hour, minute, second, fraction]) =>
      `${hour}:${minute}:${second}${fraction === null ? '' : `.${fraction}`}`,
  );
const offset = fc.oneof(
  fc.constant('Z'),
  fc.tuple(fc.constantFrom('+', '-'), two(24), two(60)).map(([sign, h, m]) => `${sign}${h}:${m}`),
);

describe('whatever the contract lets through, PostgreSQL takes', () => {
  it('a moment', async () => {
    const moment = fc.tuple(day, clock, offset).map(([date, time, zone]) => `${date}T${time}${zone}`);
    await fc.assert(
      fc.asyncProperty(moment, async (text) => {
        if (Moment.safeParse(text).success) expect(await takes('timestamptz', text), text).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a day', async () => {
    await fc.assert(
      fc.asyncProperty(day, async (text) => {
        if (LocalDay.safeParse(text).success) expect(await takes('date', text), text).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('words, in any script', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        const read = words(80).safeParse(text);
        if (!read.success) return;
        expect((await client.query('select $1::text as kept', [read.data])).rows).toEqual([
          { kept: read.data },
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what no clock shows', () => {
  it.each([
    '2026-01-01T00:00:00+23:59',
    '2026-01-01T00:00:00-16:00',
    '2026-01-01T23:59:60Z',
    '2026-01-01T24:00:00Z',
    '2026-02-29T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '1899-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    `2026-01-01T00:00:00.${'1'.repeat(500)}Z`,
    '2026-01-01T00:00:00',
  ])('is refused: %.40s', (text) => {
    expect(Moment.safeParse(text).success).toBe(false);
  });

  it.each([
    '2026-01-01T00:00:00.123456789+14:00',
    '1900-01-01T00:00:00Z',
    '2199-12-31T23:59:59Z',
    '2024-02-29T00:00:00+05:45',
  ])('is not this: %s', (text) => {
    expect(Moment.safeParse(text).success).toBe(true);
  });

  it.each(['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-29'])(
    'nor any calendar of a learner: %s',
    (text) => {
      expect(LocalDay.safeParse(text).success).toBe(false);
    },
  );
});
