import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import type { MicromasteryDesign, WordMatch } from './contract.ts';

export type Hit = { readonly id: string; readonly design: MicromasteryDesign; readonly matches: WordMatch[] };

/** Words of a need beyond this say little more, and each costs a look-up while the person types. */
const WORDS_AT_MOST = 16;
/** The rarest decide; each further one is computed for every candidate. */
const TERMS_RANKED = 8;
/** Ranking reads every candidate's vector; rare words alone bring the good ones, so frequent ones only rank. */
const CANDIDATES_AT_MOST = 1_500;
/** How many known words a misspelt one is read as. */
const NEAR_WORDS = 3;
/** Sorts after every other, so that a word and the same with this behind it enclose all that begin so. */
const LAST_CHARACTER = '\u{10FFFF}';
/** Under this part of the best one's rank a micromastery shares only a stray word with the need. */
const WORTH_SHOWING = 0.3;

type Term = {
  typed: string;
  word: string;
  isNear: boolean;
  isPrefix: boolean;
  /** That have the word. None for one that is not finished: mostly it becomes a rare one, and is weighed as such. */
  micromasteries: number;
  /** That its query finds, at most: with those that it is only the beginning of a word in. */
  retrieves: number;
};

/**
 * Full text over title, needs, entry trick, field and variables. A typed word that no micromastery has is read as the
 * nearest words that some have, and the last one also as the beginning of a word, since it may not be finished.
 */
export async function searchMicromasteries(
  trx: SpaceTransaction,
  spaceId: string,
  query: string,
  /** Of how many, at most how many hits. */
  { total, limit }: { readonly total: number; readonly limit: number },
): Promise<Hit[]> {
  const typed = wordsOf(query);
  const terms = await readTerms(trx, spaceId, typed);
  if (terms.length === 0) return [];
  const ranked = rarest(terms).slice(0, TERMS_RANKED);
  const weights = ranked.map((term) => weightOf(term, total));
  const { rows } = await sql<{ id: string; design: MicromasteryDesign; matches: WordMatch[] }>`
    with best as (
      select * from best_micromasteries(
        ${tsqueryOf(selective(terms))}, array[${sql.join(ranked.map((term) => tsqueryOf([term])))}],
        ${sql.val(weights)}::float8[], ${limit}))
    select best.id, v.design, (
      select coalesce(jsonb_agg(distinct jsonb_build_object('typed', t.typed, 'word', t.word, 'isNear', t.is_near)), '[]')
      from (values ${sql.join(terms.map(valuesOf))}) t (typed, word, is_near, query) where best.search @@ t.query) as matches
    from best
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (best.space_id, best.id, best.version)
    where best.rank >= ${WORTH_SHOWING} * (select max(rank) from best)
    order by best.rank desc, best.title, best.id`.execute(trx);
  return rows;
}

function wordsOf(query: string): string[] {
  const found = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.filter((word) => word.length >= 2 && word.length <= 60))].slice(-WORDS_AT_MOST);
}

/** What each typed word stands for: itself, words it begins (the last one), or the nearest known ones. */
async function readTerms(trx: SpaceTransaction, spaceId: string, typed: readonly string[]): Promise<Term[]> {
  if (typed.length === 0) return [];
  const last = typed.at(-1) ?? '';
  const { rows } = await sql<Term>`
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
    select u.typed, near.word, true, false, near.micromasteries, near.micromasteries
    from unknown u cross join lateral near_words(u.folded, ${NEAR_WORDS}) near
    where to_tsvector('english', near.word) <> ''::tsvector`.execute(trx);
  return rows;
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

/** A rare word says more than a frequent one: its inverse document frequency. */
const weightOf = (term: Term, total: number) => Math.log(1 + total / (1 + term.micromasteries));

const valuesOf = (term: Term) =>
  sql`(${term.typed}::text, ${term.word}::text, ${term.isNear}::boolean, ${tsqueryOf([term])})`;

/** Any of the terms. Words are letters and digits only, so that none of them can be read as an operator. */
function tsqueryOf(terms: readonly Term[]) {
  const parts = terms.map((term) =>
    term.isPrefix
      ? sql`(plainto_tsquery('english', ${term.word}) || to_tsquery('english', ${`${term.word}:*`}))`
      : sql`plainto_tsquery('english', ${term.word})`,
  );
  return sql`(${sql.join(parts, sql` || `)})`;
}
