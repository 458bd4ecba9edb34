-- Search by index under row-level security.
--
-- An operator that is not leakproof (@@, %) comes after a policy, so no index serves it there, and a search would read
-- the whole library. The two functions below run as the owner instead, and look exactly where the policies let the asking
-- space look: its own rows and the house's. Their plans are generic, because the estimate for a frequent word would
-- choose to read everything.

create extension if not exists btree_gin with schema public;

-- Read at every key typed and written seldom: no list of pending entries that each search would have to go through.
drop index micromastery_search;
create index micromastery_search on micromastery using gin (space_id, search) with (fastupdate = off);
drop index library_word_trigram;
create index library_word_trigram on library_word using gin (space_id, word public.gin_trgm_ops) with (fastupdate = off);

-- In this order the words that begin alike lie together in the primary key.
alter table library_word alter column word type text collate "C";

create function best_micromasteries(wanted tsquery, terms tsquery[], weights double precision[], at_most integer)
  returns table (space_id uuid, id uuid, version integer, title text, search tsvector, rank double precision)
  language plpgsql stable security definer rows 10
  set search_path = bottega, public, pg_temp
  set plan_cache_mode = force_generic_plan
  as $$
begin
  return query
    select m.space_id, m.id, m.version, m.title, m.search, (
      select sum(t.weight * ts_rank('{0.2, 0.4, 0.8, 1.0}', m.search, t.term, 1))
      from unnest(terms, weights) t (term, weight)) as rank
    from bottega.micromastery m
    where m.space_id in (bottega.current_space(), bottega.house_space()) and m.search @@ wanted
    order by 6 desc, 4, 2 limit at_most;
end $$;

-- The known words nearest to a misspelt one. Where one is far nearer, the others only share some letters with it.
create function near_words(typed text, at_most integer)
  returns table (word text, micromasteries integer)
  language plpgsql stable security definer rows 10
  set search_path = bottega, public, pg_temp
  set plan_cache_mode = force_generic_plan
  as $$
begin
  return query
    with near as (
      select w.word, sum(w.micromasteries)::integer as found_in, similarity(w.word, typed) as nearness
      from bottega.library_word w
      where w.space_id in (bottega.current_space(), bottega.house_space()) and w.word % typed
      group by w.word)
    select near.word, near.found_in from near
    where near.nearness >= 0.7 * (select max(n.nearness) from near n)
    order by near.nearness desc, near.word limit at_most;
end $$;

revoke execute on function best_micromasteries, near_words from public;
grant execute on function best_micromasteries, near_words to bottega_app;
