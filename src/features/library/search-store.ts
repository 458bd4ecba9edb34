import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import type { MicromasteryDesign, WordMatch } from './contract.ts';
import { countMicromasteries } from './store.ts';

export type Hit = { readonly id: string; readonly design: MicromasteryDesign; readonly matches: WordMatch[] };

/** Words of a need beyond this say little more, and each costs a look-up while the person types. */
const WORDS_AT_MOST = 16;
/** The rarest decide; each further one is computed for every candidate. */
const TERMS_RANKED = 8;
/** Ranking reads every candidate's vector; rare words alone bring the good ones, so frequent ones only rank. */
const CANDIDATES_AT_MOST = 1_500;
/** Trigram similarity under which two words are not a misspelling of one another; pg_trgm's own default. */
const SIMILARITY = 0.3;

/** Under this part of the best one's rank a micromastery shares only a stray word with the need. */
const WORTH_SHOWING = 0.3;

type Term = { typed: string; word: string; isNear: boolean; isPrefix: boolean; micromasteries: number };

/**
 * Full text over title, needs, entry trick, field and variables. A typed word that no micromastery has is read as the
 * nearest words that some have, and the last one also as the beginning of a word, since it may not be finished.
 */
export async function searchMicromasteries(
  trx: SpaceTransaction,
  spaceId: string,
  query: string,
  limit: number,
): Promise<Hit[]> {
  const typed = wordsOf(query);
  const terms = await readTerms(trx, spaceId, typed);
  if (terms.length === 0) return [];
  const rank = rankOf(terms, await countMicromasteries(trx, spaceId));
  const retrieve = tsqueryOf(selective(terms));
  const each = sql.join(
    terms.map(
      (term) => sql`(${term.typed}::text, ${term.word}::text, ${term.isNear}::boolean, ${tsqueryOf([term])})`,
    ),
  );
  const { rows } = await sql<{ id: string; design: MicromasteryDesign; matches: WordMatch[] }>`
    with best as (
      select m.space_id, m.id, m.version, m.search,
             ${rank} as rank
      from micromastery m
      where m.space_id in (${spaceId}, ${HOUSE_SPACE_ID}) and m.search @@ ${retrieve}
      order by rank desc, m.title, m.id limit ${limit})
    select best.id, v.design, (
      select coalesce(jsonb_agg(distinct jsonb_build_object('typed', t.typed, 'word', t.word, 'isNear', t.is_near)), '[]')
      from (values ${each}) t (typed, word, is_near, query) where best.search @@ t.query) as matches
    from best
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (best.space_id, best.id, best.version)
    where best.rank >= ${WORTH_SHOWING} * (select max(rank) from best)
    order by best.rank desc, v.design ->> 'title', best.id`.execute(trx);
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
    with typed as (
      select unaccent(word) as folded, word as typed, word = ${last} as is_last
      from unnest(${sql.val(typed)}::text[]) t (word)
      where to_tsvector('english', word) <> ''::tsvector),
    known as (
      select word, sum(micromasteries)::int as micromasteries from library_word
      where space_id in (${spaceId}, ${HOUSE_SPACE_ID}) and word in (select folded from typed) group by word)
    select t.typed, t.folded as word, false as "isNear", t.is_last as "isPrefix", coalesce(k.micromasteries, 0) as micromasteries
    from typed t left join known k on k.word = t.folded
    where k.word is not null or t.is_last
    union all
    select t.typed, near.word, true, false, near.micromasteries
    from typed t cross join lateral (
      select w.word, sum(w.micromasteries)::int as micromasteries, similarity(w.word, t.folded) as similarity
      from library_word w
      where w.space_id in (${spaceId}, ${HOUSE_SPACE_ID}) and w.word % t.folded
        and similarity(w.word, t.folded) >= ${SIMILARITY}
      group by w.word order by similarity desc, w.word limit 3) near
    where not exists (select from known k where k.word = t.folded)
      and to_tsvector('english', near.word) <> ''::tsvector`.execute(trx);
  return rows;
}

/** The rarest terms whose micromasteries together are few enough to rank one by one; at least one. */
function selective(terms: readonly Term[]): Term[] {
  const rarestFirst = terms.toSorted((a, b) => a.micromasteries - b.micromasteries);
  let candidates = 0;
  return rarestFirst.filter((term, index) => {
    candidates += term.micromasteries;
    return index === 0 || candidates <= CANDIDATES_AT_MOST;
  });
}

/** A rare word says more than a frequent one: each term's rank counts by its inverse document frequency. */
function rankOf(terms: readonly Term[], total: number) {
  const ranked = terms.toSorted((a, b) => a.micromasteries - b.micromasteries).slice(0, TERMS_RANKED);
  const parts = ranked.map((term) => {
    const weight = Math.log(1 + total / (1 + term.micromasteries));
    return sql`${weight}::float8 * ts_rank('{0.2, 0.4, 0.8, 1.0}', m.search, ${tsqueryOf([term])}, 1)`;
  });
  return sql`(${sql.join(parts, sql` + `)})`;
}

/** Any of the terms. Words are letters and digits only, so that none of them can be read as an operator. */
function tsqueryOf(terms: readonly Term[]) {
  const parts = terms.map((term) =>
    term.isPrefix
      ? sql`(plainto_tsquery('english', ${term.word}) || to_tsquery('english', ${`${term.word}:*`}))`
      : sql`plainto_tsquery('english', ${term.word})`,
  );
  return sql`(${sql.join(parts, sql` || `)})`;
}
