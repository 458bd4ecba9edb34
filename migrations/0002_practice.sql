-- The library, needs, and the facts of practice. Facts are append-only: bottega_app may select and insert, never
-- update or delete; a correction is a new fact.

create table micromastery (
  space_id uuid not null references space (id),
  id uuid not null,
  slug text not null,
  version integer not null,
  title text not null,
  -- Title, field, entry trick, variables and needs, weighted; made by the statement that saves the design.
  search tsvector not null,
  -- The same text unstemmed: what misspelt words are compared with.
  spelling tsvector not null,
  updated_at timestamptz not null default now(),
  primary key (space_id, id),
  unique (space_id, slug)
);
create index micromastery_search on micromastery using gin (search);

create table micromastery_version (
  space_id uuid not null,
  micromastery_id uuid not null,
  version integer not null check (version >= 1),
  design jsonb not null,
  created_at timestamptz not null default now(),
  primary key (space_id, micromastery_id, version),
  foreign key (space_id, micromastery_id) references micromastery (space_id, id) deferrable initially deferred
);

-- The words that occur in a space's micromasteries: where a typed word is looked up when it is misspelt.
create table library_word (
  space_id uuid not null references space (id),
  word text not null,
  micromasteries integer not null,
  primary key (space_id, word)
);
create index library_word_trigram on library_word using gin (word public.gin_trgm_ops);

create table need (
  space_id uuid not null references space (id),
  id uuid not null,
  kind text not null check (kind in ('gap', 'next')),
  text text not null,
  horizon text not null check (horizon in ('now', 'next-rung', 'possible-future')),
  wanted_within text not null check (wanted_within in ('ten-minutes', 'this-week', 'this-year')),
  context text,
  raised_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id)
);
create index need_raised on need (space_id, raised_at desc);

create table need_match (
  space_id uuid not null,
  need_id uuid not null,
  -- A micromastery of one's own or of the house, so no foreign key by space.
  micromastery_id uuid not null,
  matched_at timestamptz not null,
  primary key (space_id, need_id, micromastery_id),
  foreign key (space_id, need_id) references need (space_id, id)
);

create table practice (
  space_id uuid not null references space (id),
  id uuid not null,
  micromastery_space_id uuid not null,
  micromastery_id uuid not null,
  micromastery_version integer not null,
  need_id uuid,
  started_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (micromastery_space_id, micromastery_id, micromastery_version)
    references micromastery_version (space_id, micromastery_id, version),
  foreign key (space_id, need_id) references need (space_id, id)
);

-- The learner's own payoff, with its history: the newest set_at is in force.
create table payoff (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  statement text not null,
  kind text not null check (kind in ('count', 'duration', 'proportion', 'rate', 'rating', 'pass', 'score')),
  unit text not null,
  direction text not null check (direction in ('up', 'down', 'within')),
  target_low double precision,
  target_high double precision,
  how_measured text,
  anchors jsonb,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  unique (space_id, practice_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id)
);
create index payoff_in_force on payoff (space_id, practice_id, set_at desc);

create table practice_session (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  device_id uuid,
  is_floor boolean not null,
  started_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  unique (space_id, practice_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id)
);
-- Not by practice: foreign-key checks would take such an index for theirs and read every session of the practice.
create index practice_session_started on practice_session (space_id, started_at desc);

create table session_end (
  space_id uuid not null,
  session_id uuid not null,
  ended_at timestamptz not null,
  line text,
  recorded_at timestamptz not null default now(),
  primary key (space_id, session_id),
  foreign key (space_id, session_id) references practice_session (space_id, id)
);

create table attempt (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  session_id uuid not null,
  -- The payoff in force when it was made: attempts under another kind or unit are not compared.
  payoff_id uuid not null,
  sequence integer not null,
  started_at timestamptz not null,
  local_day date not null,
  duration_seconds double precision,
  value double precision,
  conditions jsonb not null,
  is_trick_read boolean not null,
  source text not null check (source in ('runner', 'command-line', 'import')),
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  -- Through the practice, so that a session or payoff of another practice is refused.
  foreign key (space_id, practice_id, session_id) references practice_session (space_id, practice_id, id),
  foreign key (space_id, practice_id, payoff_id) references payoff (space_id, practice_id, id)
);
create index attempt_practice on attempt (space_id, practice_id, recorded_at);

create table retraction (
  space_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  retracted_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, attempt_id) references attempt (space_id, id)
);
create index retraction_attempt on retraction (space_id, attempt_id);

-- What the learner says of an attempt. An edit is a new remark that replaces one; two that replace the same one are
-- both kept and shown.
create table remark (
  space_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  replaces_id uuid,
  feel integer check (feel between 0 and 10),
  text text,
  tags text[] not null,
  written_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, attempt_id) references attempt (space_id, id),
  foreign key (space_id, replaces_id) references remark (space_id, id)
);
create index remark_attempt on remark (space_id, attempt_id);

-- One import of a file: its progress while it runs, and what it did.
create table import_run (
  space_id uuid not null references space (id),
  id uuid not null,
  file_name text not null,
  practice_id uuid,
  state text not null check (state in ('running', 'done', 'failed')),
  rows_total integer not null,
  rows_done integer not null default 0,
  attempts_added integer not null default 0,
  attempts_known integer not null default 0,
  rows_refused integer not null default 0,
  problem text,
  started_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (space_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['need', 'need_match', 'practice', 'payoff', 'practice_session', 'session_end', 'attempt',
                           'retraction', 'remark', 'import_run', 'micromastery', 'micromastery_version', 'library_word']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I using (space_id = (select current_space()))', t);
    execute format('grant select, insert on %I to bottega_app', t);
  end loop;
  -- The house's library is everybody's to read.
  foreach t in array array['micromastery', 'micromastery_version', 'library_word']
  loop
    execute format('create policy house on %I for select using (space_id = house_space())', t);
  end loop;
end $$;
grant update on micromastery, import_run to bottega_app;
grant delete on library_word to bottega_app;

-- Read what was granted, while it is. Payoffs, feel and notes are never granted to a manager; platform/access.ts
-- decides that by relation, and only ever narrows what these policies let through.
create policy granted on practice for select using (is_granted(space_id, 'practice', id));
create policy granted on payoff for select using (is_granted(space_id, 'practice', practice_id));
create policy granted on practice_session for select using (is_granted(space_id, 'practice', practice_id));
create policy granted on attempt for select using (is_granted(space_id, 'practice', practice_id));

-- The hot path: one statement, so one round trip and one commit, with row-level security in force (the function runs
-- as its caller). Answers 'stored', 'same' (a replay: nothing changed) or 'other' (the id is taken by another body).
create function record_attempt(
  p_space_id uuid, p_id uuid, p_practice_id uuid, p_session_id uuid, p_payoff_id uuid, p_sequence integer,
  p_started_at timestamptz, p_local_day date, p_duration_seconds double precision, p_value double precision,
  p_conditions jsonb, p_is_trick_read boolean, p_source text
) returns text
  language plpgsql
  as $$
declare same boolean;
begin
  perform set_config('bottega.space_id', p_space_id::text, true);
  insert into bottega.attempt (space_id, id, practice_id, session_id, payoff_id, sequence, started_at, local_day,
                               duration_seconds, value, conditions, is_trick_read, source)
  values (p_space_id, p_id, p_practice_id, p_session_id, p_payoff_id, p_sequence, p_started_at, p_local_day,
          p_duration_seconds, p_value, p_conditions, p_is_trick_read, p_source)
  on conflict (space_id, id) do nothing;
  if found then
    return 'stored';
  end if;
  select (a.practice_id, a.session_id, a.payoff_id, a.sequence, a.started_at, a.local_day, a.duration_seconds, a.value,
          a.conditions, a.is_trick_read, a.source)
         is not distinct from
         (p_practice_id, p_session_id, p_payoff_id, p_sequence, p_started_at, p_local_day, p_duration_seconds, p_value,
          p_conditions, p_is_trick_read, p_source)
    into same from bottega.attempt a where a.space_id = p_space_id and a.id = p_id;
  return case when same then 'same' else 'other' end;
end $$;
