import { describe, expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import {
  CHOSEN_BY,
  HELD_BACK,
  UNANSWERED_BESIDE,
  UNANSWERED_CHOSEN_BY,
  UNANSWERED_HELD_BACK,
} from '../../../tests/support/plain-needs.ts';
import { Library, type MicromasteryCard, SearchResult } from '../library/contract.ts';
import { matchLocally } from './use-local-match.ts';

const { person } = await freshApp({ library: true });
const nadia = await person();
const { micromasteries } = await nadia.read(Library, '/api/library');

type Find = (need: string) => Promise<readonly MicromasteryCard[]>;
type Search = (need: string) => Promise<readonly string[]>;
const findAtHome: Find = async (need) =>
  (await nadia.read(SearchResult, `/api/micromasteries?need=${encodeURIComponent(need)}`)).found;
const findOnDevice: Find = async (need) => matchLocally(micromasteries, need);
/** What is shown as an answer, and not as what lies near. */
const answers =
  (find: Find): Search =>
  async (need) =>
    (await find(need)).filter(({ isBeside }) => isBeside !== true).map(({ slug }) => slug);
const atHome = answers(findAtHome);
const onDevice = answers(findOnDevice);

/** How far the answer may be down the list. */
const FIRST = 3;

async function missesOf(search: Search, table: typeof CHOSEN_BY): Promise<readonly string[]> {
  const misses: string[] = [];
  for (const [need, slug] of table) {
    if (!(await search(need)).slice(0, FIRST).includes(slug)) misses.push(need);
  }
  return misses;
}

async function nonsenseOf(search: Search, needs: readonly string[]): Promise<readonly string[]> {
  const answered: string[] = [];
  for (const need of needs) if ((await search(need)).length > 0) answered.push(need);
  return answered;
}

/** The most that may go wrong: as it was when the lists were written, so that no change makes it worse unseen. */
describe.each([
  { where: 'at home', search: atHome, misses: 2, nonsense: 2, heldBackMisses: 2, heldBackNonsense: 4 },
  {
    where: 'on the device',
    search: onDevice,
    misses: 6,
    nonsense: 2,
    heldBackMisses: 6,
    heldBackNonsense: 2,
  },
])('needs in plain words, $where', ({ search, ...most }) => {
  it('are answered among the first three', async () => {
    expect((await missesOf(search, CHOSEN_BY)).length).toBeLessThanOrEqual(most.misses);
    expect((await missesOf(search, HELD_BACK)).length).toBeLessThanOrEqual(most.heldBackMisses);
  });

  it('are told that nothing answers them rather than given what shares a stray word', async () => {
    expect((await nonsenseOf(search, UNANSWERED_CHOSEN_BY)).length).toBeLessThanOrEqual(most.nonsense);
    expect((await nonsenseOf(search, UNANSWERED_HELD_BACK)).length).toBeLessThanOrEqual(
      most.heldBackNonsense,
    );
  });

  it('find what they name, whatever else is said', async () => {
    const first = async (need: string) => (await search(need))[0];
    expect(await first('say the hard thing')).toBe('tough-feedback');
    expect(await first('I have to say the hard thing to my employee')).toBe('tough-feedback');
    expect(await first('I have to say the hard thing in the meeting to my boss tomorrow, he is late')).toBe(
      'tough-feedback',
    );
  });

  it('find what those find who know no name for it', async () => {
    expect((await search('my boss interrupts me when I present numbers')).slice(0, FIRST)).toContain(
      'one-chart',
    );
    expect(await search('my handwriting is ugly')).toEqual([]);
  });
});

describe('needs of the same thing that want another deed', () => {
  it.each(UNANSWERED_BESIDE)('%s is not answered, and %s is shown as near at most', async (need, slug) => {
    expect(await atHome(need)).toEqual([]);
    expect(await onDevice(need)).toEqual([]);
    expect((await findAtHome(need)).map((card) => card.slug)).toContain(slug);
  });
});
