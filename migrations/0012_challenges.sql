-- Practice for its own sake: backwards, with the other hand, worst on purpose. It is logged, and never scored.
alter table practice_session drop constraint practice_session_work_check;
alter table practice_session
  add constraint practice_session_work_check check (work in ('whole', 'part', 'showing', 'play'));

create function refuse_score_of_play() returns trigger
  language plpgsql
  as $$
begin
  if exists (select from bottega.practice_session s
             where (s.space_id, s.id) = (new.space_id, new.session_id) and s.work = 'play') then
    raise exception 'an attempt of play has no score'
      using errcode = 'check_violation', constraint = 'attempt_of_play_has_no_score';
  end if;
  return new;
end $$;
create trigger attempt_of_play_has_no_score before insert on attempt
  for each row when (new.value is not null) execute function refuse_score_of_play();

-- The learner's own challenges, and which ones are put aside. The newest of a name is in force.
create table twist_card (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  name text not null,
  -- Null: it is the author's, whose instruction stands in the design.
  instruction text,
  is_aside boolean not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id)
);
create index twist_card_practice on twist_card (space_id, practice_id, name);
alter table twist_card enable row level security;
create policy own on twist_card using (space_id = (select current_space()));
grant select, insert on twist_card to bottega_app;
grant delete, select (space_id) on twist_card to bottega_eraser;

-- A variable whose levels follow how it goes. The newest of a practice is in force.
create table difficulty (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  variable text not null,
  -- From the easiest to the hardest.
  levels text[] not null check (cardinality(levels) between 2 and 50),
  start_level text not null,
  -- The share of takes that should pass.
  target double precision not null check (target between 0.5 and 0.95),
  is_locked boolean not null,
  is_followed boolean not null,
  set_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id)
);
create index difficulty_practice on difficulty (space_id, practice_id);
alter table difficulty enable row level security;
create policy own on difficulty using (space_id = (select current_space()));
grant select, insert on difficulty to bottega_app;
grant delete, select (space_id) on difficulty to bottega_eraser;
