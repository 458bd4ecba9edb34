import { describe, expect, it } from 'vitest';
import { SMALL_PLAN, sendCsv } from '../../../tests/support/csv-import.ts';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { AttemptList, Bench } from './contract.ts';
import { AttemptHistory, PracticePicture } from './picture-contract.ts';

const { person } = await freshApp({ library: true });

/** One sitting of twelve takes, four minutes apart, valued 10 to 21 in the order they were made. */
const ROWS = Array.from({ length: 12 }, (_, index) => {
  const at = new Date(Date.UTC(2026, 1, 1, 18) + index * 4 * 60_000).toISOString();
  return { at, wpm: 10 + index };
});
type Rows = typeof ROWS;
const VALUES = ROWS.map((row) => row.wpm);
const NUMBERS = ROWS.map((_, index) => index + 1);
const IN_ORDER = { list: VALUES, picture: VALUES, history: VALUES, numbers: NUMBERS };

async function sendRows(who: TestPerson, rows: Rows) {
  const file = ['at,wpm', ...rows.map((row) => `${row.at},${row.wpm}`)].join('\n');
  const { status, body } = await sendCsv(who, file, SMALL_PLAN);
  expect(status).toBe(200);
  return body.run ?? expect.unreachable();
}

/** The values as the list, the picture and the history of a device order them, oldest first. */
async function ordersAfter(files: readonly Rows[]) {
  const nadia = await person();
  let practiceId: string | null = null;
  for (const rows of files) ({ practiceId } = await sendRows(nadia, rows));
  const below = `/api/practices/${practiceId}`;
  const newest = await nadia.read(AttemptList, `${below}/attempts?limit=7`);
  const older = await nadia.read(AttemptList, `${below}/attempts?limit=7&before=${newest.next}`);
  const { picture } = await nadia.read(PracticePicture, `${below}/picture`);
  const { attempts } = await nadia.read(AttemptHistory, `${below}/history`);
  return {
    list: [...newest.attempts, ...older.attempts].map(({ value }) => value).reverse(),
    picture: picture?.drawn.kind === 'points' ? picture.drawn.points.map(({ value }) => value) : [],
    history: attempts.map(({ value }) => value),
    numbers: attempts.map(({ number }) => number),
  };
}

describe('attempts of several files', () => {
  it.each(NUMBERS.slice(0, -1))('stand in the order of one file, cut after row %i', async (cut) => {
    const [earlier, later] = [ROWS.slice(0, cut), ROWS.slice(cut)];
    const overlap = ROWS.slice(0, cut + 1);
    expect(await ordersAfter([earlier, later])).toEqual(IN_ORDER);
    expect(await ordersAfter([later, earlier])).toEqual(IN_ORDER);
    expect(await ordersAfter([overlap, later])).toEqual(IN_ORDER);
    expect(await ordersAfter([later, overlap])).toEqual(IN_ORDER);
  });

  it('stand in the order of one file where it is one', async () => {
    expect(await ordersAfter([ROWS])).toEqual(IN_ORDER);
  });

  it('stand so too where a file fills the gaps of others, or holds every second row', async () => {
    expect(await ordersAfter([ROWS.slice(5, 7), ROWS.slice(1, 2), ROWS])).toEqual(IN_ORDER);
    const [even, odd] = [0, 1].map((rest) => ROWS.filter((_, index) => index % 2 === rest));
    expect(await ordersAfter([odd ?? [], even ?? []])).toEqual(IN_ORDER);
  });

  it('join the session of a file that began in its middle, and its minutes', async () => {
    const nadia = await person();
    await sendRows(nadia, ROWS.slice(6));
    await sendRows(nadia, ROWS);
    const { sessions } = await nadia.read(Bench, '/api/bench');
    expect(sessions).toMatchObject([{ minutes: 44, attempts: 12 }]);
  });
});

describe('alike rows that a cut tears apart', () => {
  it('are one attempt, and the second is told as known', async () => {
    const nadia = await person();
    const [first] = ROWS;
    if (first === undefined) expect.unreachable();
    expect(await sendRows(nadia, [first])).toMatchObject({ attemptsAdded: 1, attemptsKnown: 0 });
    expect(await sendRows(nadia, [first])).toMatchObject({ attemptsAdded: 0, attemptsKnown: 1 });
    // A file that holds the whole moment knows the one and takes the other.
    expect(await sendRows(nadia, [first, first])).toMatchObject({ attemptsAdded: 1, attemptsKnown: 1 });
  });
});
