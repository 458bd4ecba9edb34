-- What is mine: erasing a space whole, and a sample to look at.

-- Erasing is the one way in which a fact goes. A role of its own may delete, and nothing else: it cannot log in, reads no
-- column but the one that says whose a row is, and row-level security holds it to the space that asks. Requests never take
-- it on: they call erase_space, which runs as it for that one statement.
do $$
begin
  if not exists (select from pg_roles where rolname = 'bottega_eraser') then
    create role bottega_eraser nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of this server made the role in the same moment
end $$;
grant bottega_eraser to current_user;
grant usage on schema bottega, bottega_session to bottega_eraser;

-- What others may read is a matter of requests: the eraser has to do with its own rows alone.
alter policy granted on practice to bottega_app;
alter policy granted on payoff to bottega_app;
alter policy granted on practice_session to bottega_app;
alter policy granted on attempt to bottega_app;
alter policy house on micromastery to bottega_app;
alter policy house on micromastery_version to bottega_app;
alter policy house on library_word to bottega_app;
alter policy received on space_grant to bottega_app;
-- A grant to somebody who is gone names them, and lets nobody read anything any more.
create policy received_by_erased on space_grant to bottega_eraser
  using (audience_space_id = (select current_space()));

-- When a row goes, PostgreSQL looks for whatever refers to it, row by row: each such look has to find its few by an index.
drop index attempt_practice;
create index attempt_practice on attempt (space_id, practice_id, session_id);
create index remark_replaces on remark (space_id, replaces_id) where replaces_id is not null;
create index evidence_attempt on evidence (space_id, attempt_id) where attempt_id is not null;
create index if_then_use_session on if_then_use (space_id, session_id);
create index practice_follows on practice (micromastery_space_id, micromastery_id, micromastery_version);
create index following_follows on following (micromastery_space_id, micromastery_id, micromastery_version);
create index access_key_space on bottega_session.access_key (space_id);

-- That a space was erased, and when: nothing else of it. A restored backup is held against it (platform/upkeep/erasures).
create table bottega_session.erasure (
  erased_space_id uuid primary key,
  erased_at timestamptz not null
);
grant select, insert on bottega_session.erasure to bottega_app;

-- A made-up space to look at, and whose it is.
create table bottega_session.sample (
  space_id uuid primary key references space (id),
  of_space_id uuid not null unique references space (id),
  made_at timestamptz not null default now()
);
grant select, insert on bottega_session.sample to bottega_app;

-- Deletes every row of the space that asks, in one statement, so that the order of foreign keys does not matter, and before it
-- the sample that it has; answers the spaces that are gone. The tables are read from the catalog: one that the eraser may
-- not delete from, or that row-level security does not hold, stops it.
create function erase_space(erased uuid) returns uuid[]
  language plpgsql security definer
  set search_path = bottega, pg_temp
  as $$
declare
  deletions text;
  is_held boolean;
  sample_id uuid;
  gone uuid[] := array[erased];
begin
  if erased is null or erased is distinct from bottega.current_space() or erased = bottega.house_space() then
    raise exception 'a space is erased by itself only, and the house never' using errcode = '42501';
  end if;
  select s.space_id into sample_id from bottega_session.sample s where s.of_space_id = erased;
  if sample_id is not null then
    perform set_config('bottega.space_id', sample_id::text, true);
    gone := gone || bottega.erase_space(sample_id);
    perform set_config('bottega.space_id', erased::text, true);
  end if;
  select string_agg(format('gone_%s as (delete from %s where %s)', t.oid, t.oid::regclass, t.belongs), ', '),
         bool_and(t.relnamespace <> 'bottega'::regnamespace or row_security_active(t.oid))
    into deletions, is_held
  from (
    select c.oid, c.relnamespace, string_agg(format('%I = $1', a.attname), ' or ' order by a.attnum) as belongs
    from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace in ('bottega'::regnamespace, 'bottega_session'::regnamespace) and c.relkind = 'r'
      and (a.attname in ('space_id', 'audience_space_id', 'of_space_id')
           or (c.relname = 'space' and a.attname = 'id'))
    group by c.oid) t;
  if not is_held then
    raise exception 'row-level security does not hold the eraser' using errcode = '42501';
  end if;
  execute format('with %s select', deletions) using erased;
  return gone;
end $$;

do $$
declare t record;
begin
  for t in
    select c.oid::regclass as name, string_agg(quote_ident(a.attname), ', ') as whose
    from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace in ('bottega'::regnamespace, 'bottega_session'::regnamespace) and c.relkind = 'r'
      and (a.attname in ('space_id', 'audience_space_id', 'of_space_id')
           or (c.relname = 'space' and a.attname = 'id'))
    group by c.oid
  loop
    execute format('grant delete, select (%s) on %s to bottega_eraser', t.whose, t.name);
  end loop;
end $$;

-- Its owner needs the right to make things here for this one step.
grant create on schema bottega to bottega_eraser;
alter function erase_space(uuid) owner to bottega_eraser;
revoke create on schema bottega from bottega_eraser;
set local role bottega_eraser;
revoke execute on function bottega.erase_space from public;
grant execute on function bottega.erase_space to bottega_app;
reset role;
