-- Facts of the whole bench: what a person says of their needs, practices, support and days. Each is append-only, and
-- where one can be said again the newest is in force; all are kept.

-- A need said anew, answered, or let go of.
create table need_revision (
  space_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  state text not null check (state in ('open', 'answered', 'let-go')),
  text text not null,
  horizon text not null check (horizon in ('now', 'next-rung', 'possible-future')),
  wanted_within text not null check (wanted_within in ('ten-minutes', 'this-week', 'this-year')),
  context text,
  revised_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, need_id) references need (space_id, id)
);
create index need_revision_in_force on need_revision (space_id, need_id, revised_at desc);

-- Which version of which micromastery a practice follows from then on. Attempts made before stay as they were made.
create table following (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  micromastery_space_id uuid not null,
  micromastery_id uuid not null,
  micromastery_version integer not null,
  followed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id),
  foreign key (micromastery_space_id, micromastery_id, micromastery_version)
    references micromastery_version (space_id, micromastery_id, version)
);
create index following_in_force on following (space_id, practice_id, followed_at desc);

-- A practice as it stands: with what it follows now. The rights of whoever asks hold, not those of the owner.
create view followed_practice with (security_invoker = true) as
  select p.space_id, p.id, p.need_id, p.started_at, p.recorded_at,
         coalesce(f.micromastery_space_id, p.micromastery_space_id) as micromastery_space_id,
         coalesce(f.micromastery_id, p.micromastery_id) as micromastery_id,
         coalesce(f.micromastery_version, p.micromastery_version) as micromastery_version
  from practice p
  left join lateral (
    select * from following f where f.space_id = p.space_id and f.practice_id = p.id
    order by least(f.followed_at, f.recorded_at) desc, f.id desc limit 1) f on true;
grant select on followed_practice to bottega_app;

-- How and when the learner wants to practise it.
create table wish (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  sittings_a_week integer check (sittings_a_week between 0 and 70),
  cue text,
  trick_order text not null check (trick_order in ('as-designed', 'trick-first', 'try-first')),
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id)
);
create index wish_in_force on wish (space_id, practice_id, set_at desc);

-- In focus, kept alive, or parked.
create table practice_placing (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  place text not null check (place in ('focus', 'keep-alive', 'parked')),
  placed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id)
);
create index practice_placing_in_force on practice_placing (space_id, practice_id, placed_at desc);

-- What was chosen when a payoff held: to perfect it, to go on to a bigger one, both, or neither now.
create table payoff_choice (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  payoff_id uuid not null,
  choice text not null check (choice in ('perfect', 'bigger', 'both', 'keep-alive')),
  bigger_micromastery_id uuid,
  chosen_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id, payoff_id) references payoff (space_id, practice_id, id)
);
create index payoff_choice_in_force on payoff_choice (space_id, practice_id, chosen_at desc);

-- Something else than the plan had: it is respected the next time.
create table plan_answer (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  answer text not null check (answer in ('something-else', 'not-today')),
  chosen_practice_id uuid,
  minutes integer not null check (minutes between 1 and 240),
  local_day date not null,
  answered_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id),
  foreign key (space_id, chosen_practice_id) references practice (space_id, id)
);
create index plan_answer_newest on plan_answer (space_id, answered_at desc);

-- Days without practice that were meant so: from a day on, to a day, or until it is ended.
create table pause (
  space_id uuid not null references space (id),
  id uuid not null,
  from_day date not null,
  until_day date,
  note text,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  check (until_day is null or until_day >= from_day)
);

create table pause_end (
  space_id uuid not null,
  pause_id uuid not null,
  last_day date not null,
  ended_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, pause_id),
  foreign key (space_id, pause_id) references pause (space_id, id)
);

-- One thing that a person has set for themselves; its name and its value are checked by the contract.
create table setting (
  space_id uuid not null references space (id),
  id uuid not null,
  name text not null,
  -- Null is a value as well: none of it.
  value jsonb,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id)
);
create index setting_in_force on setting (space_id, name, set_at desc);

-- A whole run, one part alone, or shown to others: never drawn together.
alter table practice_session
  add column work text not null default 'whole' check (work in ('whole', 'part', 'showing')),
  add column part text;

-- The one thing to change this time, and what came of it.
create table aim (
  space_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  text text not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, session_id) references practice_session (space_id, id)
);
create index aim_session on aim (space_id, session_id, set_at desc);

create table aim_result (
  space_id uuid not null,
  aim_id uuid not null,
  outcome text not null check (outcome in ('better', 'same', 'worse', 'not-tried')),
  note text,
  told_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, aim_id),
  foreign key (space_id, aim_id) references aim (space_id, id)
);

-- Background support: six slots of a practice, and what was in place when a session began.
create table support_slot (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  slot text not null check (slot in ('kit', 'tools', 'people', 'place', 'time', 'mindset')),
  status text not null check (status in ('in-place', 'missing', 'not-needed')),
  text text,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id)
);
create index support_slot_in_force on support_slot (space_id, practice_id, slot, set_at desc);

create table support_check (
  space_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  in_place text[] not null,
  missing text[] not null,
  checked_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, session_id) references practice_session (space_id, id)
);
create index support_check_session on support_check (space_id, session_id, checked_at desc);

-- "If the room is taken, then I stand in the corridor", and each time that it came up.
create table if_then_plan (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  replaces_id uuid,
  cue text not null,
  action text not null,
  is_dropped boolean not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  unique (space_id, practice_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id),
  foreign key (space_id, practice_id, replaces_id) references if_then_plan (space_id, practice_id, id)
);
create index if_then_plan_practice on if_then_plan (space_id, practice_id);

create table if_then_use (
  space_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  session_id uuid not null,
  is_done boolean not null,
  noted_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, plan_id) references if_then_plan (space_id, id),
  foreign key (space_id, session_id) references practice_session (space_id, id)
);
create index if_then_use_plan on if_then_use (space_id, plan_id);

-- What lies at hand at the start of a session: a link, or a file that was kept.
create table at_hand (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  replaces_id uuid,
  label text not null,
  address text,
  media_sha256 text check (media_sha256 ~ '^[0-9a-f]{64}$'),
  is_dropped boolean not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  unique (space_id, practice_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id),
  foreign key (space_id, practice_id, replaces_id) references at_hand (space_id, practice_id, id),
  check (num_nonnulls(address, media_sha256) = 1)
);
create index at_hand_practice on at_hand (space_id, practice_id);

-- Shown to others: how many, when, and one thing that was said.
create table showing (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  session_id uuid,
  held_day date not null,
  audience integer not null check (audience between 1 and 1000000),
  occasion text,
  quote text,
  quoted_from text,
  told_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id),
  foreign key (space_id, practice_id, session_id) references practice_session (space_id, practice_id, id)
);
create index showing_practice on showing (space_id, practice_id, held_day desc);

-- A recording or a file of one's own, by the hash of its content. It is told first, and its bytes come when they can.
create table evidence (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  attempt_id uuid,
  session_id uuid,
  kind text not null check (kind in ('photo', 'audio', 'video', 'file')),
  name text,
  content_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  duration_seconds double precision,
  made_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id),
  foreign key (space_id, attempt_id) references attempt (space_id, id),
  foreign key (space_id, practice_id, session_id) references practice_session (space_id, practice_id, id)
);
create index evidence_practice on evidence (space_id, practice_id, made_at desc);

create table evidence_removal (
  space_id uuid not null,
  evidence_id uuid not null,
  removed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, evidence_id),
  foreign key (space_id, evidence_id) references evidence (space_id, id)
);

-- Which bytes have arrived, whatever they belong to: a space keeps the same content once.
create table media (
  space_id uuid not null references space (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content_type text not null,
  bytes bigint not null check (bytes > 0),
  stored_at timestamptz not null default now(),
  primary key (space_id, sha256)
);

do $$
declare t text;
begin
  foreach t in array array['need_revision', 'following', 'wish', 'practice_placing', 'payoff_choice', 'plan_answer', 'pause', 'pause_end',
                           'setting', 'aim', 'aim_result', 'support_slot', 'support_check', 'if_then_plan', 'if_then_use',
                           'at_hand', 'showing', 'evidence', 'evidence_removal', 'media']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I using (space_id = (select current_space()))', t);
    execute format('grant select, insert on %I to bottega_app', t);
  end loop;
end $$;
-- Bytes may go, when nothing shows them any more.
grant delete on media to bottega_app;
