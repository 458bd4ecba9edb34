import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { FILLER_WORDS } from '../../engine/search/need-words.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../platform/ids.ts';
import { MicromasteryDesign, SearchResult } from './contract.ts';
import { countWords, readMicromastery, saveDesign } from './store.ts';

const { person, store } = await freshApp({ library: true });
const nadia = await person();
const search = (need: string) =>
  nadia.read(SearchResult, `/api/micromasteries?need=${encodeURIComponent(need)}`);
const firstOf = async (need: string) => (await search(need)).found[0]?.slug;

describe('finding a micromastery for a need', () => {
  it.each([
    ['juggling three balls', 'juggling-cascade'],
    ['I have to tell a colleague that his work is not good enough', 'tough-feedback'],
    ['negotiate my salary', 'opening-offer'],
    ['I forget names', 'ten-names'],
    ['my omelette always turns brown', 'rolled-omelette'],
    ['tie a knot that holds', 'bowline'],
    ['delegating: work keeps coming back to me', 'hand-over-once'],
    ['meeting takes too long every morning', 'short-stand-up'],
    ['I need to tell a coworker that his work is bad without him getting angry', 'tough-feedback'],
    ['feedback to a colleague review talk next week', 'tough-feedback'],
    ['public speaking nerves', 'two-minute-story'],
    ['I want to ask my boss for a raise next month', 'opening-offer'],
    ['I get so nervous when I have to give a speech', 'two-minute-story'],
    ['I am overloaded and can’t say no', 'fifteen-second-no'],
    ['help me run better one-to-ones with my employee', 'first-five-minutes'],
    ['I never remember what people are called at parties', 'ten-names'],
    ['how do I stop micromanaging', 'hand-over-once'],
    ['I give advice too early instead of listening', 'one-short-question'],
    ['sharpen my memory', 'ten-names'],
    ['chatgpt never gives me good stuff', 'first-time-prompt'],
    ['office politics', 'stakeholder-map'],
    ['selling myself in a job interview', 'sixty-second-case'],
    ['my bread does not rise', 'sourdough-spring'],
    ['chop vegetables without cutting myself', 'diced-onion'],
    ['I want to learn to play a song on the guitar', 'chord-changes'],
    ['my drawings look bad', 'drawn-cube'],
    ['type faster', 'typing-burst'],
  ])('%s → %s', async (need, slug) => {
    expect(await firstOf(need)).toBe(slug);
  });

  it.each(['learn spanish', 'I want to get really good at chess', 'I always need more time next week'])(
    'says that nothing answers %j',
    async (need) => {
      expect((await search(need)).found).toEqual([]);
    },
  );

  it('is not found by what needs are put in, and never says that it was', async () => {
    const { found } = await search(
      'I need to tell a coworker that his work is bad without him getting angry',
    );
    expect(found[0]?.matches.map(({ typed }) => typed).sort()).toEqual(['angry', 'coworker', 'tell', 'work']);
    const said = found.flatMap(({ matches }) => matches.map(({ typed }) => typed));
    expect(said.filter((word) => FILLER_WORDS.has(word))).toEqual([]);
    expect(found.map(({ slug }) => slug)).not.toContain('rolled-omelette');
    expect(found.map(({ slug }) => slug)).not.toContain('bowline');
    expect(found.map(({ slug }) => slug)).not.toContain('drawn-cube');
  });

  it('finds by a filler where nothing else was typed, in titles alone', async () => {
    expect((await search('tomorrow')).found.map(({ slug }) => slug)).toEqual(['ten-names']);
    expect((await search('tomor')).found[0]?.slug).toBe('ten-names');
  });

  it.each([
    ['jugling', 'juggling-cascade'],
    ['omlette', 'rolled-omelette'],
    ['negociation', 'opening-offer'],
    ['sourdogh', 'sourdough-spring'],
  ])('understands %s', async (misspelt, slug) => {
    const { found } = await search(misspelt);
    expect(found[0]?.slug).toBe(slug);
    expect(found[0]?.matches[0]).toMatchObject({ typed: misspelt, isNear: true });
  });

  it('reads a misspelt word as its nearest ones only, not as all that share some letters with it', async () => {
    const { found } = await search('people stop lisening');
    const near = found.flatMap(({ matches }) =>
      matches.filter(({ isNear }) => isNear).map(({ word }) => word),
    );
    expect(near).toContain('listening');
    expect(near).not.toContain('opening');
  });

  it('finds while the last word is being typed', async () => {
    expect(await firstOf('jugg')).toBe('juggling-cascade');
    expect(await firstOf('sourd')).toBe('sourdough-spring');
  });

  it('puts the beginning of a word before words of a similar spelling', async () => {
    const { found } = await search('st');
    expect(found[0]?.slug).toBe('short-stand-up');
    expect(found[0]?.matches).toContainEqual({ typed: 'st', word: 'st', isNear: false });
  });

  it('says which words it was found by, and how many there are to choose from', async () => {
    const { total, found } = await search('guitar chords');
    expect(total).toBe(24);
    expect(found[0]?.slug).toBe('chord-changes');
    expect(found[0]?.matches.map((match) => match.typed).sort()).toEqual(['chords', 'guitar']);
    expect(found[0]?.entryTrick?.text.length).toBeGreaterThan(20);
  });

  it.each([
    '',
    '   ',
    'the and of',
    '!!! &&& ||| :*',
    "'; drop table micromastery; --",
    '\u0000',
    '🤹',
    '(((((',
    'zzzzqqqqxxxx',
  ])('answers nonsense with nothing, and no fault: %j', async (need) => {
    const answer = await nadia.request(`/api/micromasteries?need=${encodeURIComponent(need)}`);
    expect([200, 422]).toContain(answer.status);
  });
});

describe('whose micromasteries are found', () => {
  /** The functions that search run as the owner of the tables, past row-level security: they must keep to the same rows. */
  const written = async (spaceId: string, title: string) =>
    store.inSpace(spaceId, async (trx) => {
      const house = await readMicromastery(trx, spaceId, idOfName(HOUSE_SPACE_ID, 'juggling-cascade'));
      const design = MicromasteryDesign.parse({ ...house, slug: 'own-design', title, version: 1 });
      const id = idOfName(spaceId, design.slug);
      await saveDesign(trx, spaceId, id, design);
      await countWords(trx, spaceId);
      return id;
    });

  it('one’s own and the house’s, however they are spelt, and nobody else’s', async () => {
    const [author, other] = [await person('Ruth'), await person('Omar')];
    const id = await written(author.spaceId, 'Unicycle backwards');
    const found = async (who: typeof author, need: string) =>
      (await who.read(SearchResult, `/api/micromasteries?need=${encodeURIComponent(need)}`)).found;
    for (const need of ['unicycle', 'unicyc', 'unicycel', 'unicycel now']) {
      expect(
        (await found(author, need)).map((card) => card.id),
        need,
      ).toContain(id);
      const theirs = await found(other, need);
      expect(theirs.map((card) => card.id)).not.toContain(id);
      expect(theirs.flatMap((card) => card.matches.map((match) => match.word))).not.toContain('unicycle');
    }
    expect((await found(author, 'juggling')).length).toBe((await found(other, 'juggling')).length + 1);
  });

  it('the house’s alone outside every space, and no other role may ask', async () => {
    await written((await person()).spaceId, 'Monocycle uphill');
    const asked = (need: string) =>
      store.unscoped((db) =>
        sql<{ space_id: string }>`
          select space_id from best_micromasteries(${need}::tsquery, array[${need}::tsquery], array[1.0], 50)`.execute(
          db,
        ),
      );
    expect((await asked('monocycl')).rows).toEqual([]);
    expect(new Set((await asked('juggl')).rows.map((row) => row.space_id))).toEqual(
      new Set([HOUSE_SPACE_ID]),
    );
    const near = store.unscoped((db) => sql`select word from near_words('monocicle', 50)`.execute(db));
    expect((await near).rows).toEqual([]);
    const { rows } = await store.unscoped((db) =>
      sql<{ open: number }>`
        select count(*)::int as open from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where p.pronamespace = 'bottega'::regnamespace and p.prosecdef and a.grantee = 0`.execute(db),
    );
    expect(rows).toEqual([{ open: 0 }]);
  });
});
