-- A space owns every row. Row-level security holds for the role bottega_app, which owns nothing:
-- a connection takes that role before its first statement (platform/database.ts).

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

do $$
begin
  if not exists (select from pg_roles where rolname = 'bottega_app') then
    create role bottega_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of this server made the role in the same moment
end $$;
grant bottega_app to current_user;

grant usage on schema bottega to bottega_app;

-- Who is asking, as the space they act in. Unset means nobody, and nobody sees nothing.
create function current_space() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('bottega.space_id', true), '')::uuid $$;

create table space (
  id uuid primary key,
  kind text not null check (kind in ('house', 'person', 'organisation')),
  name text not null check (char_length(name) between 1 and 120),
  created_at timestamptz not null default now()
);
-- The house space holds the starter library: one, read-only, the same id on every server.
create unique index space_one_house on space (kind) where kind = 'house';
insert into space (id, kind, name) values ('00000000-0000-7000-8000-000000000001', 'house', 'House');

create function house_space() returns uuid
  language sql immutable parallel safe
  as $$ select '00000000-0000-7000-8000-000000000001'::uuid $$;

create table person (
  space_id uuid not null references space (id),
  id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  created_at timestamptz not null default now(),
  primary key (space_id, id),
  unique (space_id)
);

-- What a person shares is a grant from their space to another, never a copy.
create table space_grant (
  space_id uuid not null references space (id),
  id uuid not null,
  subject text not null check (subject in ('practice')),
  subject_id uuid not null,
  audience_space_id uuid not null references space (id),
  given_at timestamptz not null,
  ended_at timestamptz,
  primary key (space_id, id)
);
create index space_grant_audience on space_grant (audience_space_id, subject_id) where ended_at is null;

create function is_granted(owner uuid, subject text, subject_id uuid) returns boolean
  language sql stable parallel safe
  as $$
    select exists (
      select from bottega.space_grant g
      where g.space_id = owner and g.subject = is_granted.subject and g.subject_id = is_granted.subject_id
        and g.audience_space_id = bottega.current_space() and g.ended_at is null)
  $$;

alter table space enable row level security;
alter table person enable row level security;
alter table space_grant enable row level security;
create policy own on space using (id = (select current_space()));
create policy own on person using (space_id = (select current_space()));
create policy own on space_grant using (space_id = (select current_space()));
create policy received on space_grant for select using (audience_space_id = (select current_space()));

grant select, insert on space, person to bottega_app;
grant select, insert on space_grant to bottega_app;
grant update (ended_at) on space_grant to bottega_app;

-- Keys decide which space a request acts in, so they are read before any space is known and stand outside
-- row-level security, in a schema of their own. Only a hash is kept.
create schema if not exists bottega_session;
grant usage on schema bottega_session to bottega_app;
create table bottega_session.access_key (
  key_hash bytea primary key,
  id uuid not null unique,
  kind text not null check (kind in ('local', 'device', 'script')),
  space_id uuid not null references space (id),
  label text not null check (char_length(label) between 1 and 120),
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
grant select, insert on bottega_session.access_key to bottega_app;
grant update (ended_at) on bottega_session.access_key to bottega_app;

-- The one person of a laptop, who needs no sign-in there. The primary key allows a single row.
create table bottega_session.local_person (
  only_one boolean primary key default true check (only_one),
  space_id uuid not null references space (id)
);
grant select, insert on bottega_session.local_person to bottega_app;
