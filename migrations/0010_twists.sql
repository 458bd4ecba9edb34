-- Challenges as they were drawn for a take, or drawn and declined: with the practice as their seed, each can be drawn again.
create table twist_draw (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  session_id uuid not null,
  -- Null: it was declined, and another was drawn.
  attempt_id uuid,
  place integer not null check (place between 0 and 999999),
  round integer not null check (round between 0 and 999999),
  card text not null,
  -- What it was drawn from: the cards that could come, and how many of each were left.
  offered jsonb not null,
  drawn_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id, session_id) references practice_session (space_id, practice_id, id),
  foreign key (space_id, attempt_id) references attempt (space_id, id)
);
create index twist_draw_practice on twist_draw (space_id, practice_id, session_id);
create index twist_draw_place on twist_draw (space_id, practice_id, place desc);
create index twist_draw_attempt on twist_draw (space_id, attempt_id);
alter table twist_draw enable row level security;
create policy own on twist_draw using (space_id = (select current_space()));
grant select, insert on twist_draw to bottega_app;
grant delete, select (space_id) on twist_draw to bottega_eraser;
