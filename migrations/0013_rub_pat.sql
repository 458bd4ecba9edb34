-- A measure of one of the two parts that fight is a payoff that is never in force: takes of that part refer to it.
alter table payoff add column part text check (part in ('a', 'b'));

-- How a learner calls, drills and measures the two parts of a practice; the newest set_at holds, and before the first the design's.
create table pairing (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  timing text not null check (timing in ('at-once', 'in-turn')),
  a jsonb not null,
  b jsonb not null,
  -- Under this share a part no longer pays for the other.
  cost_limit double precision not null check (cost_limit between 0.01 and 0.5),
  -- Whether a session begins with what comes next.
  leads boolean not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id)
);
create index pairing_in_force on pairing (space_id, practice_id, set_at desc);
alter table pairing enable row level security;
create policy own on pairing using (space_id = (select current_space()));
grant select, insert on pairing to bottega_app;
grant delete, select (space_id) on pairing to bottega_eraser;
