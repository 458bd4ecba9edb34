import { sql } from 'kysely';
import { answersOrBeside, type Fit, fitsNeed } from '../../engine/search/answers-need.ts';
import { isMisspelling } from '../../engine/search/is-misspelling.ts';
import { namesTitle } from '../../engine/search/names-title.ts';
import { FILLER_WORDS, needWords, wordsOf } from '../../engine/search/need-words.ts';
import { otherWords } from '../../engine/search/other-words.ts';
import { rarityWeight, WORTH_SHOWING } from '../../engine/search/worth.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import type { MicromasteryDesign, WordMatch } from './contract.ts';

type Row = { readonly id: string; readonly design: MicromasteryDesign; readonly matches: WordMatch[] };
export type Hit = Row & { readonly fit: Fit };

/** Words of a need beyond this say little more, and each costs a look-up while the person types. */
const WORDS_AT_MOST = 16;
const LONGEST_WORD = 60;
/** The rarest decide; each further one is computed for every candidate. */
const TERMS_RANKED = 8;
/** Ranking reads every candidate's vector; rare words alone bring the good ones, so frequent ones only rank. */
const CANDIDATES_AT_MOST = 1_500;
/** How many known words a misspelt one is read as. */
const NEAR_WORDS = 3;
/** Shared trigrams, of all: "knfe" is "knife" (0.38), and "chess" is no "check" (0.33). */
const NEAR_ENOUGH = 0.35;
/** A guess at what was meant gives way to a word that is there as typed. */
const NEAR_WORTH = 0.6;
/** Sorts after every other, so that a word and the same with this behind it enclose all that begin so. */
const LAST_CHARACTER = '\u{10FFFF}';
/** Of the best by weight of their words, how many are compared by how much of the need they cover. */
const COMPARED = 24;

type Term = {
  typed: string;
  word: string;
  isNear: boolean;
  isPrefix: boolean;
  /** A filler, typed where nothing else was: worth something in a title alone. */
  isTitleOnly: boolean;
  /** That have the word. None for one that is not finished: mostly it becomes a rare one, and is weighed as such. */
  micromasteries: number;
  /** That its query finds, at most: with those that it is only the beginning of a word in. */
  retrieves: number;
};

/**
 * Full text over title, needs, entry trick, field and variables, by the words that tell of a skill. A typed word that no
 * micromastery has is read as the nearest words that some have, and the last one also as the beginning of a word, since
 * it may not be finished. First is what they name by its title, and then what covers more of the typed words, and has rarer ones in heavier places.
 */
export async function searchMicromasteries(
  trx: SpaceTransaction,
  spaceId: string,
  query: string,
  /** Of how many, at most how many hits. */
  { total, limit }: { readonly total: number; readonly limit: number },
): Promise<Hit[]> {
  const { words, isFiller } = needWords(query);
  const terms = await readTerms(trx, spaceId, query);
  if (terms.length === 0) return [];
  const ranked = rarest(terms).slice(0, TERMS_RANKED);
  const weights = ranked.map((term) => weightOf(term, terms, total));
  const { rows } = await sql<Row & { score: number }>`
    with term (typed, word, is_near, query) as materialized (values ${sql.join(terms.map(valuesOf))}),
    best as (
      select * from best_micromasteries(
        ${tsqueryOf(selective(terms))}, array[${sql.join(ranked.map((term) => tsqueryOf([term])))}],
        ${sql.val(weights)}::float8[], ${Math.max(limit, COMPARED)})),
    scored as (
      select best.space_id, best.id, best.version, best.title, found.matches, best.rank * found.covered as score
      from best cross join lateral (
        select count(distinct t.typed) as covered, coalesce(
          jsonb_agg(distinct jsonb_build_object('typed', t.typed, 'word', t.word, 'isNear', t.is_near)), '[]') as matches
        from term t where best.search @@ t.query) found
      where found.covered >= ${isFiller ? words.length : 1})
    select scored.id, v.design, scored.matches, scored.score
    from scored
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (scored.space_id, scored.id, scored.version)
    order by scored.score desc, scored.title, scored.id`.execute(trx);
  const worth = WORTH_SHOWING * (rows[0]?.score ?? 0);
  const isNamed = ({ design }: Row) => namesTitle(design.title, query);
  const fits = rows
    .filter((row) => isNamed(row) || row.score >= worth)
    .map(
      (row) => ({ ...row, fit: isNamed(row) ? 'answer' : fitsNeed(row.design, words, row.matches) }) as const,
    )
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  return answersOrBeside(fits)
    .slice(0, limit)
    .map(({ id, design, matches, fit }) => ({ id, design, matches: asTypedFirst(matches), fit }));
}

/** Of a word that is there as typed, nobody needs to be told what else it was read as. */
function asTypedFirst(matches: readonly WordMatch[]): WordMatch[] {
  const there = new Set(matches.flatMap(({ typed, isNear }) => (isNear ? [] : typed)));
  return matches.filter(({ typed, isNear }) => !isNear || !there.has(typed));
}

/** What each typed word stands for: itself, words it begins (the last one), or the nearest known ones. */
async function readTerms(trx: SpaceTransaction, spaceId: string, query: string): Promise<Term[]> {
  const { words, isFiller } = needWords(query);
  const typed = words.filter((word) => word.length <= LONGEST_WORD).slice(-WORDS_AT_MOST);
  if (typed.length === 0) return [];
  const others = isFiller
    ? []
    : typed.flatMap((word) => otherWords(word).map((other) => ({ typed: word, other })));
  const last = wordsOf(query).at(-1) ?? '';
  const { rows } = await sql<Omit<Term, 'isTitleOnly'>>`
    with typed as materialized (
      select unaccent(word) as folded, word as typed, word = ${last} as is_last
      from unnest(${sql.val(typed)}::text[]) t (word)
      where to_tsvector('english', word) <> ''::tsvector),
    counted as materialized (
      select t.*, k.known, k.begun from typed t cross join lateral (
        select sum(w.micromasteries) filter (where w.word = t.folded)::int as known,
               coalesce(sum(w.micromasteries), 0)::int as begun
        from library_word w
        where w.space_id in (${spaceId}, ${HOUSE_SPACE_ID})
          and w.word between t.folded and case when t.is_last then t.folded || ${LAST_CHARACTER} else t.folded end) k),
    unknown as materialized (select * from counted where known is null)
    select typed, folded as word, false as "isNear", is_last as "isPrefix", coalesce(known, 0) as micromasteries,
           begun as retrieves
    from counted where known is not null or is_last
    union all
    select o.typed, w.word, true, false, sum(w.micromasteries)::int, sum(w.micromasteries)::int
    from unnest(${sql.val(others.map((one) => one.typed))}::text[], ${sql.val(others.map((one) => one.other))}::text[]) o (typed, word)
    join library_word w on w.word = o.word and w.space_id in (${spaceId}, ${HOUSE_SPACE_ID})
    group by o.typed, w.word
    union all
    select u.typed, near.word, to_tsvector('english', near.word) <> to_tsvector('english', u.folded), false, near.micromasteries, near.micromasteries
    from unknown u cross join lateral near_words(u.folded, ${NEAR_WORDS}) near
    where to_tsvector('english', near.word) <> ''::tsvector
      and similarity(near.word, u.folded) >= ${NEAR_ENOUGH}`.execute(trx);
  // A misspelt filler is one all the same, and so is one that a telling word only looks like.
  const said = new Set(others.map(({ typed: word, other }) => `${word} ${other}`));
  const isOther = ({ typed: word, word: read }: { typed: string; word: string }) =>
    said.has(`${word} ${read}`);
  const telling = rows.filter(
    (term) =>
      !term.isNear ||
      isOther(term) ||
      ((isFiller || !FILLER_WORDS.has(term.word)) && isMisspelling(term.typed, term.word)),
  );
  return telling.map((term) => ({ ...term, isTitleOnly: isFiller }));
}

const rarest = (terms: readonly Term[]) => terms.toSorted((a, b) => a.micromasteries - b.micromasteries);

/**
 * The terms whose micromasteries together are few enough to rank one by one, rarest first; at least one. All of them
 * where they stand for one typed word: its nearest words must not crowd out those that it begins.
 */
function selective(terms: readonly Term[]): readonly Term[] {
  if (terms.every((term) => term.typed === terms[0]?.typed)) return terms;
  let candidates = 0;
  return terms
    .toSorted((a, b) => a.retrieves - b.retrieves)
    .filter((term, index) => {
      candidates += term.retrieves;
      return index === 0 || candidates <= CANDIDATES_AT_MOST;
    });
}

/** Each reading of a misspelt word has its part of what the word is worth. */
function weightOf(term: Term, terms: readonly Term[], total: number): number {
  const readings = terms.filter(({ typed, isNear }) => isNear && typed === term.typed).length;
  return rarityWeight(term.micromasteries, total) * (term.isNear ? NEAR_WORTH / readings : 1);
}

const valuesOf = (term: Term) =>
  sql`(${term.typed}::text, ${term.word}::text, ${term.isNear}::boolean, ${tsqueryOf([term])})`;

/** Any of the terms. Words are letters and digits only, so that none of them can be read as an operator. */
function tsqueryOf(terms: readonly Term[]) {
  const parts = terms.map((term) => {
    const place = term.isTitleOnly ? 'A' : '';
    const whole =
      place === '' ? sql`plainto_tsquery('english', ${term.word})` : lexemesOf(`${term.word}:${place}`);
    return term.isPrefix ? sql`(${whole} || ${lexemesOf(`${term.word}:*${place}`)})` : whole;
  });
  return sql`(${sql.join(parts, sql` || `)})`;
}

const lexemesOf = (lexeme: string) => sql`to_tsquery('english', ${lexeme})`;
